@echo off
rem Starts Kiem Phieu, and builds it first where there is no jar yet.
setlocal
chcp 65001 >nul
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\kiemphieu.jar"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
where "%JAVA%" >nul 2>nul || if not exist "%JAVA%" (
    echo Không tìm thấy Java. Hãy cài JDK 17 trở lên. / Java was not found. Install a JDK, 17 or newer. 1>&2
    exit /b 1
)
if not exist "%JAR%" (
    echo Đang dựng chương trình ... / Building the program ... 1>&2
    pushd "%HOME_DIR%"
    call mvn -B -q -Dmaven.test.skip=true package 1>&2
    popd
)
if not exist "%JAR%" (
    echo Không dựng được chương trình. / The program could not be built. 1>&2
    exit /b 1
)
rem JDK 19 and newer keep the class archive by themselves; older ones pass over the option.
"%JAVA%" -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%HOME_DIR%target\classes.jsa" ^
    -Xms96m -Xmn48m -Xmx768m -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -Xlog:disable -Xlog:all=off -Djava.awt.headless=true ^
    "-Dkiemphieu.home=%HOME_DIR%." %KIEMPHIEU_JAVA_OPTIONS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
