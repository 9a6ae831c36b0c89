package vn.kiemphieu.meeting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import vn.kiemphieu.Fuzzing;

/** Any text as {@code meeting.yaml}: it is a meeting, or all that is wrong with it is said. */
public final class MeetingFuzz {

    private static final Set<String> RULES = Set.of("qd-96", "kh-bdt-2023");

    private MeetingFuzz() {}

    public static void fuzzerTestOneInput(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        MeetingReading reading = MeetingFile.read(text, RULES);
        if (reading.meeting().isEmpty() == reading.problems().isEmpty()) {
            throw new IllegalStateException("Neither a meeting nor a problem, or both");
        }
        MeetingFile.draft(text);
    }

    /** Begins with good files. @param args for how many seconds */
    public static void main(String[] args) throws Exception {
        Map<String, byte[]> seeds = Map.of(
                "contract.yaml", Files.readAllBytes(Path.of("src/test/resources/meeting/contract.yaml")),
                "template.yaml",
                        MeetingFile.template(LocalDate.of(2026, 1, 2)).getBytes(StandardCharsets.UTF_8));
        Fuzzing.run(MeetingFuzz.class, seeds, Integer.parseInt(args[0]));
    }
}
