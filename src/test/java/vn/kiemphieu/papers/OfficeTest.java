package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.count.OfficialTally;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Organisation.Kind;

/** LibreOffice opens what is meant for Word and Excel, and loses nothing of it. Run with {@code mvn -P browser test}. */
@Tag("office")
class OfficeTest {

    @TempDir
    Path dir;

    @Test
    void opensTheWordPapersAndKeepsEveryWord() throws Exception {
        List<Path> papers = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Account account = Accounts.of(Meetings.of(30, kind), Accounts.mixedVotes(30, 41), Accounts.someWork());
            Papers.write(account, dir.resolve(kind.name())).stream()
                    .filter(file -> file.toString().endsWith(".docx"))
                    .forEach(file -> papers.add(renamed(file, kind)));
        }
        convert("txt:Text (encoded):UTF8", papers);
        for (Path paper : papers) {
            // Not by way of a PDF: without Times New Roman, LibreOffice takes letters from two fonts and mixes their
            // order.
            String text = squeezed(Files.readString(Path.of(paper.toString().replace(".docx", ".txt"))));
            for (String line : WrittenText.of(paper)) {
                // The cells of a row stand one under the other where they wrap, so each is looked for by itself.
                for (String cell : line.split(" \\| ")) {
                    for (String word : cell.split("\\s+")) {
                        assertThat(text).as("%s: %s", paper.getFileName(), line).contains(squeezed(word));
                    }
                }
            }
        }
    }

    @Test
    void opensTheWorkbookAndReckonsWithItsNumbers() throws Exception {
        Account account = Accounts.of(Meetings.of(30, Kind.STATE), Accounts.mixedVotes(30, 47));
        Path workbook = dir.resolve("result.xlsx");
        Files.write(workbook, ResultWorkbook.of(account));
        convert("csv:Text - txt - csv (StarCalc):44,34,76", List.of(workbook));
        List<String> lines = Files.readAllLines(dir.resolve("result.csv"));
        for (OfficialTally official : account.tally().officials()) {
            StringBuilder figures = new StringBuilder(",%d,%d".formatted(official.valid(), official.invalid()));
            for (Level level : Level.values()) {
                figures.append(",%d,%s"
                        .formatted(official.votes(level), official.share(level).withPoint()));
            }
            assertThat(lines)
                    .anyMatch(line -> line.startsWith(official.number() + ","
                                    + official.official().name())
                            && line.endsWith(figures.toString()));
        }
    }

    private Path renamed(Path file, Kind kind) {
        try {
            return Files.move(file, dir.resolve(kind + "-" + file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void convert(String to, List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + dir.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                dir.toString()));
        files.forEach(file -> command.add(file.toString()));
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(office.exitValue())
                .as(Files.readString(dir.resolve("office.log")))
                .isZero();
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]", "");
    }
}
