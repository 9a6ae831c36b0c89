package vn.kiemphieu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.review.DeskVisitor.Seen;

/** A box of two ballots, counted without a scanner from the first key to the result on the wall. */
class WholeBoxByHandTest {

    private static final Pattern REFERENCE = Pattern.compile("name=\"reference\" value=\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("name=\"(row-\\d+)\" value=\"HIGH\"");

    @TempDir
    private Path dir;

    private OpenDesk desk;
    private DeskVisitor chair;
    private DeskVisitor secretary;
    private DeskVisitor member;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(dir.resolve("scans"));
        Files.createDirectories(dir.resolve("form"));
        for (Path file : Files.list(Path.of("sample-scans/form")).toList()) {
            Files.copy(file, dir.resolve("form").resolve(file.getFileName().toString()));
        }
        String meeting = Files.readString(Path.of("sample-scans/meeting.yaml"))
                .replaceFirst("issued: \\d+", "issued: 2")
                .replaceFirst("collected: \\d+", "collected: 2");
        Files.writeString(dir.resolve("meeting.yaml"), meeting);
        desk = OpenDesk.on(dir);
        chair = desk.visitor(Role.CHAIR);
        secretary = desk.visitor(Role.SECRETARY);
        member = desk.visitor(Role.MEMBER);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void countsTheBoxClosesItAndShowsTheResult() throws IOException {
        assertThat(chair.post("/hand", "number", "2", "why", "Không có máy quét")
                        .body())
                .contains("TAY-001", "TAY-002");
        enter(secretary, "HIGH");
        assertThat(chair.post("/projector/show").body()).contains("Kết quả chưa được công bố");
        enter(member, "HIGH");
        assertThat(secretary.get("/").body()).contains("trưởng ban chốt kết quả");
        assertThat(secretary.post("/papers/close").status()).isEqualTo(403);
        assertThat(chair.post("/papers/close").body()).contains("Đã chốt kết quả");
        assertThat(dir.resolve("results/SHA256SUMS")).exists();
        assertThat(Files.readString(dir.resolve("results/readings.csv"))).contains(",,TAY-001,1,");
        assertThat(chair.post("/projector/show").body()).contains("2 phiếu · 100,00 %");
        assertThat(desk.visitor(Role.OBSERVER).get("/projector?who=1").body())
                .contains("2 phiếu · 100,00 %")
                .doesNotContain("/projector/hide");
    }

    @Test
    void takesNothingAfterClosingUntilTheChairOpensItAgainForAReason() {
        chair.post("/hand", "number", "2", "why", "Không có máy quét");
        enter(secretary, "LOW");
        enter(member, "LOW");
        chair.post("/papers/close");
        Seen refused = chair.post("/hand", "number", "1", "why", "thêm");
        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.body()).contains("chưa ghi gì");
        assertThat(chair.post("/papers/reopen", "why", " ").body()).contains("Cần ghi lý do");
        assertThat(chair.post("/papers/reopen", "why", "Sót một phiếu").body()).contains("Đã mở lại kết quả");
        assertThat(dir.resolve("results/closed-1/SHA256SUMS")).exists();
        assertThat(chair.post("/hand", "number", "1", "why", "thêm").body()).contains("TAY-003");
        assertThat(secretary.get("/trail").body()).contains("mở lại kết quả đã chốt", "Sót một phiếu");
    }

    @Test
    void leavesTwoDifferentEntriesToTheChairRowByRow() {
        chair.post("/hand", "number", "1", "why", "Rách");
        enter(secretary, "HIGH");
        enter(member, "LOW");
        Seen asked = chair.get("/chair");
        assertThat(asked.body()).contains("TAY-001", "khác nhau", "Người secretary", "Người member");
        answer(chair, asked, "decide", "LOW");
        assertThat(chair.get("/chair").body()).contains("Không có phiếu nào chờ trưởng ban");
    }

    @Test
    void doesNotCloseWhatDoesNotBalance() {
        chair.post("/hand", "number", "1", "why", "Rách");
        enter(secretary, "HIGH");
        enter(member, "HIGH");
        assertThat(chair.post("/papers/close").body()).contains("Chưa chốt được");
        assertThat(chair.post("/projector/show").body()).contains("Chưa công bố được");
        assertThat(dir.resolve("results/SHA256SUMS")).doesNotExist();
    }

    @Test
    void hidesTheResultAsSoonAsAnythingChanges() {
        chair.post("/hand", "number", "2", "why", "Rách");
        enter(secretary, "HIGH");
        enter(member, "HIGH");
        assertThat(chair.post("/projector/show").body()).contains("100,00 %");
        member.post("/undo");
        assertThat(chair.get("/projector").body()).contains("Kết quả chưa được công bố");
    }

    private static void enter(DeskVisitor who, String level) {
        for (Seen seen = who.get("/hand/next"); seen.body().contains("name=\"reference\""); ) {
            seen = answer(who, seen, "answer", level);
        }
    }

    private static Seen answer(DeskVisitor who, Seen asked, String deed, String level) {
        Matcher reference = REFERENCE.matcher(asked.body());
        Matcher ballot = Pattern.compile("/ballots/(TAY-\\d+)/" + deed).matcher(asked.body());
        assertThat(reference.find() && ballot.find()).isTrue();
        List<String> fields = new ArrayList<>(List.of("reference", reference.group(1), "verdict", "MARKED", "why", ""));
        Matcher rows = ROW.matcher(asked.body());
        while (rows.find()) {
            fields.addAll(List.of(rows.group(1), level));
        }
        return who.post("/ballots/%s/%s".formatted(ballot.group(1), deed), fields.toArray(String[]::new));
    }
}
