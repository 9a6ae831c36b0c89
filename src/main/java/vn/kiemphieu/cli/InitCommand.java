package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.meeting.MeetingFile;
import vn.kiemphieu.meeting.MeetingFolder;

/** Makes a meeting folder with a commented {@code meeting.yaml}. Never touches a file that is already there. */
@Command(name = "init")
final class InitCommand implements Callable<Integer> {

    @Mixin
    private Console console = new Console();

    @Parameters(paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of("");

    @Override
    public Integer call() {
        MeetingFolder folder = new MeetingFolder(dir);
        Path file = folder.meetingFile();
        try {
            Files.createDirectories(folder.scans());
            Files.writeString(file, MeetingFile.template(LocalDate.now()), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(console.say("meeting.init-exists", e.getFile()));
        } catch (IOException e) {
            throw new Failure(console.say("meeting.init-failed", file, Failures.sentence(e, console.texts())))
                    .causedBy(e);
        }
        console.tell(console.say("meeting.init-done", file, dir));
        return 0;
    }
}
