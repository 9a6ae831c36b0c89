package vn.kiemphieu.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kiemphieu.Fuzzing;
import vn.kiemphieu.meeting.MeetingFile;
import vn.kiemphieu.meeting.Official;

/** Any bytes as {@code form.json}: it is the form of these officials, or the reason why not. */
public final class FormFuzz {

    private static final Path SAMPLES = Path.of("sample-scans");
    private static final Path FOLDER = folder();
    private static final List<Official> OFFICIALS = MeetingFile.read(SAMPLES.resolve("meeting.yaml"), Set.of("kh-bdt-2023"))
            .meeting()
            .orElseThrow()
            .officials();

    private FormFuzz() {}

    public static void fuzzerTestOneInput(byte[] file) throws IOException {
        Files.write(FOLDER.resolve("form.json"), file);
        FormReading reading = FormFile.load(FOLDER, OFFICIALS);
        if (reading.form().isEmpty() == reading.problem().isEmpty()) {
            throw new IllegalStateException("Neither a form nor a problem, or both");
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("fuzzing");
            Files.copy(SAMPLES.resolve("form/page-1.png"), folder.resolve("page-1.png"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins with good files. @param args for how many seconds */
    public static void main(String[] args) throws Exception {
        Map<String, byte[]> seeds = Map.of("form.json", Files.readAllBytes(SAMPLES.resolve("form/form.json")));
        Fuzzing.run(FormFuzz.class, seeds, Integer.parseInt(args[0]));
    }
}
