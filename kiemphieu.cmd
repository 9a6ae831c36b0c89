@echo off
rem Starts Kiem Phieu, and builds it first where there is no jar yet. Works from any folder, with blanks in paths.
setlocal EnableExtensions DisableDelayedExpansion
rem The program writes UTF-8.
chcp 65001 >nul
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\kiemphieu.jar"

rem Which Java. Some set JAVA_HOME with quotes around it.
set "JAVA="
if defined JAVA_HOME set "JAVA=%JAVA_HOME:"=%\bin\java.exe"
if defined JAVA if not exist "%JAVA%" set "JAVA="
if not defined JAVA for %%j in (java.exe) do set "JAVA=%%~$PATH:j"
if not defined JAVA (
    echo Không tìm thấy Java. Hãy cài JDK 17 trở lên. / Java was not found. Install a JDK, 17 or newer. 1>&2
    exit /b 1
)
rem Releases before 17 do not know this option.
"%JAVA%" --enable-native-access=ALL-UNNAMED -version >nul 2>nul
if errorlevel 1 (
    echo Java quá cũ: "%JAVA%". Hãy cài JDK 17 trở lên. / This Java is too old. Install a JDK, 17 or newer. 1>&2
    exit /b 1
)

if exist "%JAR%" goto run
set "MVN="
for %%m in (mvn.cmd) do set "MVN=%%~$PATH:m"
if not defined MVN (
    echo Chương trình chưa được dựng và không tìm thấy Maven. Hãy cài Maven. / Not built yet, and Maven was not found: install it. 1>&2
    exit /b 1
)
echo Đang dựng chương trình, lần đầu có thể mất vài phút ... / Building the program; the first time may take minutes ... 1>&2
pushd "%HOME_DIR%"
call "%MVN%" -B -q -Dmaven.test.skip=true package 1>&2
popd
if not exist "%JAR%" (
    echo Không dựng được chương trình; lý do ở các dòng trên. / The program could not be built; the lines above say why. 1>&2
    exit /b 1
)

:run
rem As much memory, and code compiled as late, as in the script for Linux and macOS, which says why.
set /a HEAP=384 + 128 * NUMBER_OF_PROCESSORS
rem JDK 19 and newer keep the class archive by themselves; older ones pass over the option.
"%JAVA%" -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%HOME_DIR%target\classes.jsa" ^
    -Xms224m -Xmn64m -Xmx%HEAP%m -XX:+UseSerialGC -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 ^
    -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000 ^
    -Xlog:disable -Xlog:all=off -Djava.awt.headless=true ^
    "-Dkiemphieu.home=%HOME_DIR%." %KIEMPHIEU_JAVA_OPTIONS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
