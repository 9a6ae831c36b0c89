package vn.kiemphieu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFile;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.review.DeskVisitor.Seen;
import vn.kiemphieu.review.DeskVisitor.Sent;

/** A meeting and its form are made at the desk, by those who may, and change only as long as no work rests on them. */
@Tag("long")
class PreparingTest {

    private static final List<String> SEVEN = List.of(
            "Huỳnh Minh Giỏi",
            "Ngô Ngọc Phượng",
            "Phan Đình Vĩnh",
            "Cao Xuân Hải",
            "Nguyễn Thị Thu Nghĩa",
            "Lê Hữu Hải",
            "Trần Minh Khánh");

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"");
    private static final Pattern PROPOSAL = Pattern.compile("name=\"id\" value=\"([0-9a-f-]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("name=\"reference\" value=\"([0-9a-f]+)\"");

    @TempDir
    private Path dir;

    @Test
    void makesAMeetingAndItsFormFromNothing() throws IOException {
        Path folder = dir.resolve("chưa có");
        try (OpenDesk desk = OpenDesk.on(folder)) {
            DeskVisitor secretary = desk.visitor(Role.SECRETARY);
            assertThat(secretary.get("/").body()).contains("Chưa có hội nghị");
            for (String page : List.of("/ballots", "/review", "/check", "/papers", "/form", "/hand", "/projector")) {
                Seen early = secretary.get(page);
                assertThat(early.status()).as(page).isEqualTo(409);
                assertThat(early.body())
                        .as(page)
                        .contains("Trước hết hãy ghi hội nghị")
                        .contains("href=\"/meeting\"");
            }
            assertThat(secretary.get("/meeting").body())
                    .contains("chưa có hội nghị")
                    .doesNotContain("Nguyễn Văn A");

            Seen saved = secretary.send("/meeting", List.of(), fields(secretary, "do", "save"));

            assertThat(saved.body()).contains("Đã lưu hội nghị");
            assertThat(meeting(folder).officials())
                    .extracting(o -> o.name() + "/" + o.position())
                    .containsExactly("Nguyễn Văn An/Trưởng ban", "Trần Thị Bích Ngọc/Phó Trưởng ban");
            assertThat(Files.readString(folder.resolve("meeting.yaml")))
                    .contains("# số phiếu thu về, đếm bằng tay khi mở hòm phiếu");
            assertThat(secretary.get("/ballots").body()).contains("href=\"/form\"");

            Seen printed = secretary.post("/form/print", "copies", "3", "perSheet", "1", "signature", "true");

            assertThat(printed.body()).contains("Đã dàn trang phiếu").contains("/form/page-1.png");
            assertThat(secretary.get("/form/page-1.png").answer().body()).startsWith(0x89, 'P', 'N', 'G');
            assertThat(secretary.get("/form/print/ballot.pdf").body()).startsWith("%PDF");
            assertThat(secretary.get("/form/print/form.json").status()).isEqualTo(404);
            assertThat(secretary.get("/ballots").status()).isEqualTo(200);
            assertThat(secretary.get("/trail").body())
                    .contains("Sửa hội nghị")
                    .contains("Dàn trang phiếu: 2 người, 1 trang mỗi phiếu, 3 bản");
        }
    }

    @Test
    void letsOnlyThoseChangeItWhoPrepare() throws IOException {
        copyMeeting();
        String before = Files.readString(dir.resolve("meeting.yaml"));
        try (OpenDesk desk = OpenDesk.on(dir)) {
            DeskVisitor secretary = desk.visitor(Role.SECRETARY);
            secretary.post("/form/print", "copies", "1", "perSheet", "1");
            String form = Files.readString(dir.resolve("form/form.json"));
            for (Role role : List.of(Role.OBSERVER, Role.MEMBER)) {
                DeskVisitor visitor = desk.visitor(role);
                assertThat(visitor.get("/meeting").body())
                        .contains("Nguyễn Văn A", "Điều 6.3", "Không đánh dấu ô nào")
                        .doesNotContain("name=\"officials/name\"");
                assertThat(visitor.get("/form").body())
                        .contains("/form/page-1.png")
                        .doesNotContain("/form/learn");
                assertThat(visitor.send("/meeting", List.of(), fields(visitor, "do", "save"))
                                .status())
                        .isEqualTo(403);
                assertThat(visitor.post("/form/print", "copies", "1").status()).isEqualTo(403);
                assertThat(visitor.send("/form/learn", List.of(new Sent("blank", "a.pdf", new byte[1])))
                                .status())
                        .isEqualTo(403);
                assertThat(visitor.post("/form/confirm", "id", "x", "do", "keep")
                                .status())
                        .isEqualTo(403);
                assertThat(visitor.get("/form/print/ballot.pdf").status()).isEqualTo(403);
            }
            assertThat(secretary.postRaw("/form/print", List.of("copies", "1")).status())
                    .isEqualTo(403);
            assertThat(desk.stranger().get("/meeting").path()).isEqualTo("/login");
            assertThat(Files.readString(dir.resolve("meeting.yaml"))).isEqualTo(before);
            assertThat(Files.readString(dir.resolve("form/form.json"))).isEqualTo(form);
        }
    }

    @Test
    void tellsWhatIsWrongBesideTheFieldAndKeepsWhatWasTyped() throws IOException {
        copyMeeting();
        String before = Files.readString(dir.resolve("meeting.yaml"));
        try (OpenDesk desk = OpenDesk.on(dir)) {
            DeskVisitor chair = desk.visitor(Role.CHAIR);
            String page = chair.send(
                            "/meeting",
                            List.of(),
                            fields(
                                    chair,
                                    "do",
                                    "save",
                                    "attendance/summoned",
                                    "20",
                                    "attendance/present",
                                    "29",
                                    "ballots/issued",
                                    "chín",
                                    "meeting/place",
                                    "",
                                    "officials/name",
                                    "<b>Nguyễn</b> Văn An"))
                    .body();

            assertThat(page)
                    .contains("Chưa lưu: 3 chỗ cần sửa")
                    .contains("id=\"attendance/present-wrong\">có mặt 29 người, nhiều hơn số được triệu tập (20).<")
                    .contains("id=\"ballots/issued-wrong\">mục “Số phiếu phát ra” phải là số nguyên")
                    .contains("id=\"meeting/place-wrong\">mục “Địa danh” chưa điền.<")
                    .contains("value=\"chín\"")
                    .contains("&lt;b&gt;Nguyễn&lt;/b&gt; Văn An")
                    .doesNotContain("<b>Nguyễn</b> Văn An");
            assertThat(Files.readString(dir.resolve("meeting.yaml"))).isEqualTo(before);
        }
    }

    @Test
    void showsAPastedOrUploadedListBeforeAnythingIsSaved() throws IOException {
        copyMeeting();
        String before = Files.readString(dir.resolve("meeting.yaml"));
        try (OpenDesk desk = OpenDesk.on(dir)) {
            DeskVisitor admin = desk.visitor(Role.ADMINISTRATOR);
            String pasted = admin.send(
                            "/meeting",
                            List.of(),
                            fields(
                                    admin,
                                    "do",
                                    "read",
                                    "pasted",
                                    "TT\tHọ và tên\tChức vụ\n1\tMấu Quốc Dũng\tTrưởng ban"))
                    .body();
            String uploaded = admin.send(
                            "/meeting",
                            List.of(new Sent("table", "../danh sách.xlsx", workbook("Mấu Quốc Dũng", "Trưởng ban"))),
                            fields(admin, "do", "read"))
                    .body();
            String refused = admin.send(
                            "/meeting",
                            List.of(new Sent("table", "a.xlsx", "không phải Excel".getBytes(StandardCharsets.UTF_8))),
                            fields(admin, "do", "read"))
                    .body();

            assertThat(List.of(pasted, uploaded))
                    .allMatch(page -> page.contains("Đã hiểu 1 người") && page.contains("value=\"Mấu Quốc Dũng\""));
            assertThat(pasted).contains("TT | Họ và tên | Chức vụ");
            assertThat(refused)
                    .contains("không phải Excel (.xlsx) hay Word (.docx)")
                    .contains("Nguyễn Văn An");
            assertThat(Files.readString(dir.resolve("meeting.yaml"))).isEqualTo(before);
        }
    }

    @Test
    void takesTheLongestBallotInOneForm() throws IOException {
        try (OpenDesk desk = OpenDesk.on(dir)) {
            DeskVisitor secretary = desk.visitor(Role.SECRETARY);
            List<String> fields = new ArrayList<>(List.of(fields(secretary, "do", "save")));
            IntStream.rangeClosed(3, 60)
                    .forEach(i -> fields.addAll(List.of(
                            "officials/number",
                            "" + i,
                            "officials/name",
                            "Người Số " + i,
                            "officials/about",
                            "Ủy viên")));

            secretary.send("/meeting", List.of(), fields.toArray(String[]::new));

            assertThat(meeting(dir).officials()).hasSize(60);
        }
    }

    @Test
    void changesNothingByALearnedFormUntilSomebodyConfirmsIt() throws IOException {
        copyMeeting();
        try (OpenDesk desk = OpenDesk.on(dir)) {
            DeskVisitor secretary = desk.visitor(Role.SECRETARY);
            secretary.post("/form/print", "copies", "1", "perSheet", "1");
            byte[] blank = secretary.get("/form/print/ballot.pdf").answer().body();
            secretary.post("/form/print", "copies", "1", "perSheet", "2");
            String before = Files.readString(dir.resolve("form/form.json"));

            assertThat(learn(secretary, "thư.txt", "không phải phiếu".getBytes(StandardCharsets.UTF_8))
                            .body())
                    .contains("Không nhận dạng được phiếu này");
            Seen proposed = learn(secretary, "../phiếu <b>.pdf", blank);
            assertThat(proposed.body()).contains("chờ xác nhận").doesNotContain("<b>.pdf");
            String id = first(PROPOSAL, proposed.body());
            assertThat(secretary
                            .get("/form/proposed/" + id + "/page-1.png")
                            .answer()
                            .body())
                    .startsWith(0x89, 'P', 'N', 'G');
            assertThat(desk.visitor(Role.OBSERVER)
                            .get("/form/proposed/" + id + "/page-1.png")
                            .status())
                    .isEqualTo(403);
            assertThat(secretary.post("/form/confirm", "id", id, "do", "drop").body())
                    .contains("Đã bỏ");
            assertThat(secretary.post("/form/confirm", "id", id, "do", "keep").body())
                    .contains("không còn nữa");
            assertThat(Files.readString(dir.resolve("form/form.json"))).isEqualTo(before);

            String again = first(PROPOSAL, learn(secretary, "phiếu.pdf", blank).body());
            Seen kept = secretary.post("/form/confirm", "id", again, "do", "keep");

            assertThat(kept.body()).contains("Đã lưu mẫu phiếu nhận dạng từ phiếu trắng");
            assertThat(Files.readString(dir.resolve("form/form.json"))).isNotEqualTo(before);
            assertThat(dir.resolve("form/preview-1.png")).exists();
            assertThat(dir.resolve("form/ballot.pdf")).doesNotExist();
            assertThat(secretary.get("/trail").body()).contains("Nhận dạng mẫu phiếu từ phiếu.pdf: 2 người");
            assertThat(secretary.get("/ballots").status()).isEqualTo(200);
        }
    }

    @Test
    void learnsAScanOfABlankAsWell() throws IOException {
        copyMeeting();
        Path file = dir.resolve("meeting.yaml");
        String officials = SEVEN.stream()
                .map(name -> "  - {name: " + name + ", position: Ủy viên}\n")
                .collect(Collectors.joining("", "officials:\n", ""));
        Files.writeString(file, Files.readString(file).replaceFirst("officials:\n(  - .*\n)+", officials));
        try (OpenDesk desk = OpenDesk.on(dir)) {
            DeskVisitor secretary = desk.visitor(Role.SECRETARY);
            byte[] scan = Files.readAllBytes(Path.of("src/test/resources/blanks/seven-officials-scanned.jpg"));

            Seen proposed = learn(secretary, "phiếu quét.jpg", scan);

            assertThat(proposed.body()).contains("phiếu quét.jpg").contains("7");
            String id = first(PROPOSAL, proposed.body());
            assertThat(secretary.post("/form/confirm", "id", id, "do", "keep").body())
                    .contains("Đã lưu mẫu phiếu nhận dạng từ phiếu trắng");
            assertThat(secretary.get("/trail").body()).contains("Nhận dạng mẫu phiếu từ phiếu quét.jpg: 7 người");
        }
    }

    private static Seen learn(DeskVisitor visitor, String name, byte[] file) {
        return visitor.send("/form/learn", List.of(new Sent("blank", name, file)));
    }

    @Test
    void opensOnAFileThatContradictsItselfAndKeepsItWhenItIsMended() throws IOException {
        String broken = "meeting: {title: Hội nghị cũ, date: hôm nay}\nattendance: {summoned: 5, present: 9}\nlạ: 1\n";
        Files.writeString(dir.resolve("meeting.yaml"), broken);
        try (OpenDesk desk = OpenDesk.on(dir)) {
            DeskVisitor secretary = desk.visitor(Role.SECRETARY);
            assertThat(secretary.get("/").status()).isEqualTo(200);
            assertThat(secretary.get("/meeting").body())
                    .contains("Tệp meeting.yaml hiện có chỗ chưa đúng")
                    .contains("Dòng 3: không có mục nào tên là “lạ” ở đây")
                    .contains("value=\"Hội nghị cũ\"")
                    .contains("value=\"hôm nay\"")
                    .contains("có mặt 9 người, nhiều hơn số được triệu tập (5).");

            secretary.send("/meeting", List.of(), fields(secretary, "do", "save"));

            assertThat(meeting(dir).title()).isEqualTo("Hội nghị lấy phiếu");
            assertThat(Files.readString(dir.resolve("meeting.yaml.1.bak"))).isEqualTo(broken);
        }
    }

    @Test
    void keepsNamesOnceBallotsWereEnteredAndRulesOncePeopleJudged() throws IOException {
        copyMeeting();
        try (OpenDesk desk = OpenDesk.on(dir)) {
            DeskVisitor secretary = desk.visitor(Role.SECRETARY);
            secretary.post("/form/print", "copies", "1", "perSheet", "1");
            String form = Files.readString(dir.resolve("form/form.json"));
            secretary.post("/hand", "number", "1", "why", "rách");

            assertThat(save(secretary, "officials/name", "Nguyễn Văn Anh")).contains("không đổi được nữa");
            assertThat(secretary
                            .post("/form/print", "copies", "9", "perSheet", "2")
                            .body())
                    .contains("không đổi mẫu phiếu được nữa");
            assertThat(Files.readString(dir.resolve("form/form.json"))).isEqualTo(form);
            assertThat(save(secretary, "officials/about", "Quyền Trưởng ban")).contains("Đã lưu hội nghị");
            assertThat(save(secretary, "attendance/summoned", "31")).contains("Đã lưu hội nghị");
            assertThat(save(secretary, "rules", "kh-bdt-2023")).contains("Đã lưu hội nghị");

            DeskVisitor member = desk.visitor(Role.MEMBER);
            String reference = first(REFERENCE, member.get("/hand/next").body());
            member.post(
                    "/ballots/TAY-001/answer",
                    "reference",
                    reference,
                    "row-1",
                    "HIGH",
                    "row-2",
                    "LOW",
                    "verdict",
                    "MARKED");

            assertThat(save(secretary, "rules", "qd-96")).contains("theo bộ quy định này, nên không đổi được nữa");
            assertThat(save(secretary, "ballots/collected", "27")).contains("Đã lưu hội nghị");
            assertThat(meeting(dir).rules()).isEqualTo("kh-bdt-2023");
            assertThat(secretary.get("/trail").body())
                    .contains("Số phiếu thu về từ “28” thành “27”")
                    .contains("Quy định áp dụng từ “qd-96” thành “kh-bdt-2023”");
        }
    }

    @Test
    void changesNothingOfAClosedCount() throws IOException {
        copyMeeting();
        String before = Files.readString(dir.resolve("meeting.yaml"));
        try (Ledger ledger = Ledger.open(new MeetingFolder(dir).ledger(), 1)) {
            ledger.closings().close("Lê Thị Hương", LocalDate.of(2024, 2, 5), "test", "0");
        }
        try (OpenDesk desk = OpenDesk.on(dir)) {
            DeskVisitor secretary = desk.visitor(Role.SECRETARY);
            assertThat(secretary.get("/meeting").body())
                    .contains("Kết quả đã chốt")
                    .doesNotContain("value=\"save\"");
            assertThat(save(secretary, "ballots/collected", "27")).contains("đã khóa sổ");
            assertThat(secretary
                            .post("/form/print", "copies", "1", "perSheet", "1")
                            .body())
                    .contains("đã khóa sổ");
            assertThat(Files.readString(dir.resolve("meeting.yaml"))).isEqualTo(before);
            assertThat(dir.resolve("form")).doesNotExist();
        }
    }

    @Test
    void doesNotWriteOverWhatSomebodyElseSavedMeanwhile() throws IOException {
        copyMeeting();
        try (OpenDesk desk = OpenDesk.on(dir)) {
            DeskVisitor secretary = desk.visitor(Role.SECRETARY);
            String[] early = fields(secretary, "do", "save", "ballots/collected", "26");
            save(desk.visitor(Role.CHAIR), "ballots/collected", "27");

            Seen late = secretary.send("/meeting", List.of(), early);

            assertThat(late.body()).contains("đã được người khác sửa").contains("value=\"26\"");
            assertThat(meeting(dir).ballots().collected()).hasValue(27);
        }
    }

    /** {@return what the page says after one field was changed and saved} */
    private String save(DeskVisitor visitor, String field, String value) {
        return visitor.send("/meeting", List.of(), fields(visitor, "do", "save", field, value))
                .body();
    }

    /** {@return the fields of the page, as a browser would send them; the last of a name that stands once counts} */
    private String[] fields(DeskVisitor visitor, String... changed) {
        Matcher seen = SEEN.matcher(visitor.get("/meeting").body());
        String rules = Files.exists(dir.resolve("meeting.yaml")) && isReadable()
                ? meeting(dir).rules()
                : "qd-96";
        String position = Files.exists(dir.resolve("meeting.yaml")) && isReadable()
                ? meeting(dir).officials().get(0).position()
                : "Trưởng ban";
        List<String> fields = new ArrayList<>(List.of(
                "seen", seen.find() ? seen.group(1) : "",
                "meeting/title", "Hội nghị lấy phiếu",
                "meeting/date", "2024-02-05",
                "meeting/place", "Khánh Hòa",
                "meeting/basis", "Quy định số 96-QĐ/TW\r\nKế hoạch số 145",
                "organisation/superior", "UBND TỈNH",
                "organisation/name", "BAN DÂN TỘC",
                "organisation/kind", "state",
                "attendance/summoned", "30",
                "attendance/present", "29",
                "ballots/issued", "28",
                "ballots/collected", "28",
                "ballots/exchanged", "0",
                "rules", rules,
                "officials/number", "2",
                "officials/name", "Trần Thị Bích Ngọc",
                "officials/about", "Phó Trưởng ban",
                "officials/number", "1",
                "officials/name", "Nguyễn Văn An",
                "officials/about", position));
        fields.addAll(List.of(
                "officials/number", "3",
                "officials/name", "",
                "officials/about", "",
                "committee/number", "1",
                "committee/name", "Lê Thị Hương",
                "committee/about", "Trưởng ban",
                "chair/name", "Đỗ Minh Tuấn",
                "chair/role", "Chủ trì hội nghị"));
        for (int i = 0; i < changed.length; i += 2) {
            int at = fields.lastIndexOf(changed[i]);
            at = changed[i].startsWith("officials/")
                    ? fields.indexOf("Nguyễn Văn An") + (changed[i].endsWith("name") ? -1 : 1)
                    : at;
            if (at < 0) {
                fields.addAll(List.of(changed[i], changed[i + 1]));
            } else {
                fields.set(at + 1, changed[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }

    private boolean isReadable() {
        return MeetingFile.read(dir.resolve("meeting.yaml"), Set.of("qd-96", "kh-bdt-2023"))
                .meeting()
                .isPresent();
    }

    private static Meeting meeting(Path folder) {
        return MeetingFile.read(folder.resolve("meeting.yaml"), Set.of("qd-96", "kh-bdt-2023"))
                .meeting()
                .orElseThrow();
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private void copyMeeting() throws IOException {
        Files.writeString(
                dir.resolve("meeting.yaml"),
                MeetingFile.template(LocalDate.of(2024, 2, 5))
                        .replace("Nguyễn Văn A,", "Nguyễn Văn An,")
                        .replace("Trần Thị B,", "Trần Thị Bích Ngọc,")
                        .replace("  - {name: Lê Văn C, position: Phó Trưởng ban}\n", ""));
    }

    private static byte[] workbook(String name, String position) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellValue(1);
            row.createCell(1).setCellValue(name);
            row.createCell(2).setCellValue(position);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
