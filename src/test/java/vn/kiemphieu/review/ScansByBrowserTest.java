package vn.kiemphieu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.kiemphieu.decision.Role;

/** Files and names that came through the browser: whole or not at all, inside their folder, and never as a page. */
@Tag("long")
class ScansByBrowserTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @TempDir
    private Path dir;

    private OpenDesk desk;
    private TreeSet<String> before;

    @BeforeEach
    void open() throws Exception {
        CountedSamples.in(dir.resolve("meeting"));
        desk = OpenDesk.on(
                dir.resolve("meeting"), new Surroundings(Clock.systemUTC(), System::nanoTime, DataSize.ofMegabytes(1)));
        before = files();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void takesAFileAndNeverWritesOverOne() throws IOException {
        DeskVisitor secretary = desk.visitor(Role.SECRETARY);
        for (String words : List.of("first", "second")) {
            secretary.get("/");
            assertThat(send(secretary, "phiếu số 1.pdf", words).body()).contains("Đã nhận 1 tệp");
        }
        assertThat(Files.readString(dir.resolve("meeting/scans/phiếu số 1.pdf")))
                .isEqualTo("first");
        assertThat(Files.readString(dir.resolve("meeting/scans/phiếu số 1 (2).pdf")))
                .isEqualTo("second");
    }

    @Test
    void saysThatAFileIsTooLargeAndLeavesNothingOfIt() throws IOException {
        DeskVisitor secretary = desk.visitor(Role.SECRETARY);
        secretary.get("/");
        DeskVisitor.Seen seen = send(secretary, "huge.pdf", "x".repeat(6_000_000));
        assertThat(seen.path()).isEqualTo("/");
        assertThat(seen.body()).contains("role=\"alert\">Tệp quá lớn", "thư mục scans");
        assertThat(files()).isEqualTo(before);
        assertThat(secretary.get("/").status()).as("still entered").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../outside.pdf",
                "..\\\\..\\\\outside.pdf",
                "/etc/outside.pdf",
                "..",
                ".",
                "../",
                "...pdf",
                "scans/../../outside.pdf",
                "C:\\\\outside.pdf",
                "%2e%2e%2foutside.pdf",
                "<script>alert(1)</script>.pdf",
                "a\u0000b.pdf",
                "CON.pdf"
            })
    void keepsEveryNameInsideTheFolder(String name) throws IOException {
        DeskVisitor secretary = desk.visitor(Role.SECRETARY);
        secretary.get("/");
        DeskVisitor.Seen seen = send(secretary, name, "a scan");
        assertThat(seen.status()).isLessThan(500);
        TreeSet<String> added = files();
        added.removeAll(before);
        assertThat(added)
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(file -> file.startsWith("meeting/scans/")
                        && file.substring("meeting/scans/".length()).matches("[\\p{L}\\p{N}_ -][\\p{L}\\p{N}._ -]*"));
        assertThat(seen.body()).doesNotContain(SCRIPT);
    }

    @Test
    void showsHtmlInNamesAsLetters() throws Exception {
        desk.close();
        nameAnOfficialSo();
        desk = OpenDesk.on(dir.resolve("meeting"));
        assertThat(desk.part(CountRun.class).now()).isTrue();
        DeskVisitor administrator = desk.visitor(Role.ADMINISTRATOR);
        administrator.get("/people");
        administrator.post(
                "/people/add", "name", "lan", "person", "Lan " + SCRIPT, "role", "MEMBER", "password", "mat-khau-dai");
        DeskVisitor member = desk.visitor(Role.MEMBER);
        DeskVisitor secretary = desk.visitor(Role.SECRETARY);
        secretary.get("/");
        String ballot = desk.office().deck().ballots().get(0).subject().ballot();
        secretary.post("/ballots/" + ballot + "/send", "why", "vì " + SCRIPT);
        for (DeskVisitor visitor : List.of(administrator, member)) {
            for (String page : List.of("/", "/people", "/trail", "/review", "/ballots/" + ballot, "/papers")) {
                assertThat(visitor.get(page).body()).as(page).doesNotContain(SCRIPT);
            }
        }
        assertThat(administrator.get("/people").body()).contains("Lan &lt;script&gt;");
        assertThat(member.get("/review").body()).contains("An &lt;script&gt;");
        assertThat(administrator.get("/trail").body()).contains("vì &lt;script&gt;");
    }

    /** One scan is left, so that it is soon counted anew. */
    private void nameAnOfficialSo() throws IOException {
        for (String file : List.of("meeting/meeting.yaml", "meeting/form/form.json")) {
            Path path = dir.resolve(file);
            Files.writeString(path, Files.readString(path).replace("Nguyễn Văn An", "An " + SCRIPT));
        }
        try (Stream<Path> scans = Files.list(dir.resolve("meeting/scans"))) {
            for (Path scan :
                    scans.filter(s -> !s.endsWith("office-0003-02.jpg")).toList()) {
                Files.delete(scan);
            }
        }
    }

    private static DeskVisitor.Seen send(DeskVisitor who, String name, String words) {
        return who.send("/scans", List.of(new DeskVisitor.Sent("files", name, words.getBytes(StandardCharsets.UTF_8))));
    }

    private TreeSet<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> Objects.requireNonNull(dir.relativize(file)).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
