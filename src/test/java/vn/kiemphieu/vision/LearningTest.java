package vn.kiemphieu.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.awt.Color;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.LearnNote;
import vn.kiemphieu.form.LearnProblem;
import vn.kiemphieu.form.Learner;
import vn.kiemphieu.form.Learning;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.form.SheetOpening;
import vn.kiemphieu.form.UnmarkedSheet;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.meeting.Organisation;
import vn.kiemphieu.meeting.Person;

/** Layouts as offices make them, drawn with names nobody bears. */
class LearningTest {

    private static final Official GIOI = new Official("Huỳnh Minh Giỏi", "Trưởng ban");
    private static final Official NGHIA = new Official("Nguyễn Thị Thu Nghĩa", "Phó Trưởng ban");
    private static final Official KHANH = new Official("Trần Minh Khánh", "Chánh Văn phòng");

    private static final double[] COLUMNS = DrawnBallot.columns(12, 55, 40, 22, 22, 22);

    @Test
    void readsReversedLevelsUnderAMergedHead() {
        DrawnBallot ballot = new DrawnBallot()
                .headed("BAN DÂN TỘC")
                .mergedHead(
                        COLUMNS,
                        3,
                        "Mức độ tín nhiệm",
                        "TT",
                        "Họ và tên",
                        "Chức vụ",
                        "Tín nhiệm/thấp",
                        "Tín/nhiệm",
                        "Tín nhiệm/cao")
                .row(12, COLUMNS, "1", GIOI.name(), GIOI.position(), "", "", "")
                .row(19, COLUMNS, "2", "Nguyễn Thị/Thu Nghĩa", NGHIA.position(), "", "", "");
        Learning.Understood learned = understood(List.of(GIOI, NGHIA), ballot.scanned());
        FormPage page = learned.form().pages().get(0);
        assertThat(learned.problems()).isEmpty();
        for (Row row : page.rows()) {
            assertThat(row.cell(Level.LOW).xMm()).isCloseTo(COLUMNS[3], offset(0.15));
            assertThat(row.cell(Level.CONFIDENCE).xMm()).isCloseTo(COLUMNS[4], offset(0.15));
            assertThat(row.cell(Level.HIGH).xMm()).isCloseTo(COLUMNS[5], offset(0.15));
            assertThat(row.name().xMm()).isCloseTo(COLUMNS[1], offset(0.15));
        }
        assertThat(page.rows().get(1).box().heightMm()).isCloseTo(19, offset(0.2));
    }

    @Test
    void findsTheStampAndThePlaceToSignAndWipesTheStamp() {
        double[] columns = DrawnBallot.columns(80, 28, 28, 28);
        DrawnBallot ballot = new DrawnBallot()
                .headed("BAN DÂN TỘC")
                .stamped(50, 22)
                .row(12, columns, "Họ và tên, chức vụ", "TN thấp", "TN", "TN cao")
                .row(14, columns, GIOI.name() + "/" + GIOI.position(), "", "", "")
                .row(14, columns, NGHIA.name() + "/" + NGHIA.position(), "", "", "")
                .print("NGƯỜI BỎ PHIẾU", 130, 150)
                .print("(Ký, ghi rõ họ tên)", 129, 156);
        Learning.Understood learned = understood(List.of(GIOI, NGHIA), ballot.scanned());
        FormPage page = learned.form().pages().get(0);
        assertThat(learned.problems()).isEmpty();
        assertThat(page.signature().orElseThrow().contains(new PaperBox(125, 158, 40, 15)))
                .isTrue();
        assertThat(page.stamp().orElseThrow().around().centre().xMm()).isCloseTo(50, offset(1.0));
        assertThat(page.stamp().orElseThrow().around().centre().yMm()).isCloseTo(22, offset(1.0));
        assertThat(learned.notes()).extracting(LearnNote::kind).contains(LearnNote.Kind.STAMP_WIPED);
        assertThat(inkMm2(page, new PaperBox(45, 24, 10, 3))).isLessThan(0.3);
    }

    @Test
    void takesTheHeadOfTheFirstPageForTheSecond() {
        DrawnBallot first = new DrawnBallot()
                .headed("BAN DÂN TỘC")
                .row(14, COLUMNS, "TT", "Họ và tên", "Chức vụ", "Tín/nhiệm cao", "Tín/nhiệm", "Tín nhiệm/thấp")
                .row(12, COLUMNS, "1", GIOI.name(), GIOI.position(), "", "", "")
                .row(12, COLUMNS, "2", NGHIA.name(), NGHIA.position(), "", "", "");
        DrawnBallot second = new DrawnBallot().row(12, COLUMNS, "3", KHANH.name(), KHANH.position(), "", "", "");
        Learning.Understood learned = understood(List.of(GIOI, NGHIA, KHANH), first.scanned(), second.scanned());
        assertThat(learned.problems()).isEmpty();
        assertThat(learned.form().pages()).hasSize(2);
        assertThat(learned.notes()).extracting(LearnNote::kind).contains(LearnNote.Kind.HEAD_FROM_FIRST_PAGE);
    }

    @Test
    void followsHairlinesInGreyThatAScannerBlurred() {
        DrawnBallot ballot = new DrawnBallot()
                .headed("BAN DÂN TỘC")
                .ruledIn(0.11, new Color(150, 150, 150))
                .mergedHead(
                        COLUMNS,
                        3,
                        "Mức độ tín nhiệm",
                        "TT",
                        "Họ và tên",
                        "Chức vụ",
                        "Tín nhiệm/cao",
                        "Tín/nhiệm",
                        "Tín nhiệm/thấp")
                .row(12, COLUMNS, "1", GIOI.name(), GIOI.position(), "", "", "")
                .row(19, COLUMNS, "2", "Nguyễn Thị/Thu Nghĩa", NGHIA.position(), "", "", "")
                .row(12, COLUMNS, "3", KHANH.name(), KHANH.position(), "", "", "");
        Learning.Understood learned = understood(List.of(GIOI, NGHIA, KHANH), ballot.scannedAskew(-0.7));
        assertThat(learned.problems()).isEmpty();
        List<Row> rows = learned.form().pages().get(0).rows();
        assertThat(rows)
                .extracting(r -> r.box().heightMm())
                .satisfiesExactly(
                        h -> assertThat(h).isCloseTo(12, offset(0.2)),
                        h -> assertThat(h).isCloseTo(19, offset(0.2)),
                        h -> assertThat(h).isCloseTo(12, offset(0.2)));
        assertThat(rows).allSatisfy(r -> assertThat(r.cell(Level.LOW).widthMm()).isCloseTo(22, offset(0.2)));
    }

    @Test
    void refusesALineThatCutsOneOfTheNames() {
        DrawnBallot ballot = plain().row(12, COLUMNS, "2", NGHIA.name(), NGHIA.position(), "", "", "");
        double top = ballot.bottomMm() - 12;
        ballot.rule(COLUMNS[3] - 5, top, COLUMNS[3] - 5, top + 12);
        assertThat(refusal(List.of(GIOI, NGHIA), ballot.scanned()))
                .isEqualTo(LearnProblem.of(LearnProblem.Kind.BROKEN_TABLE, 1, 2));
    }

    @Test
    void refusesASheetThatSomebodyMarked() {
        DrawnBallot ballot = plain().crossed(160, 91);
        assertThat(refusal(List.of(GIOI), ballot.scanned()))
                .isEqualTo(LearnProblem.of(LearnProblem.Kind.MARKED, 1, 1, Level.CONFIDENCE));
    }

    @Test
    void refusesHeadsThatNameNoThreeLevels() {
        DrawnBallot ballot = new DrawnBallot()
                .row(14, COLUMNS, "TT", "Họ và tên", "Chức vụ", "Đồng ý", "Không/đồng ý", "Ý kiến/khác")
                .row(12, COLUMNS, "1", GIOI.name(), GIOI.position(), "", "", "");
        assertThat(refusal(List.of(GIOI), ballot.scanned()).kind()).isEqualTo(LearnProblem.Kind.NO_LEVELS);
    }

    @Test
    void refusesASheetWithoutATable() {
        DrawnBallot ballot =
                new DrawnBallot().headed("BAN DÂN TỘC").print("Kính gửi các đồng chí đại biểu dự hội nghị", 30, 90);
        assertThat(refusal(List.of(GIOI), ballot.scanned()).kind()).isEqualTo(LearnProblem.Kind.NO_TABLE);
    }

    @Test
    void refusesAPictureTooCoarseToRead() {
        Picture small = new Picture.Raster(new byte[600 * 848], 600, 848, 1, 72);
        assertThat(SheetOpener.open(small))
                .isInstanceOfSatisfying(
                        SheetOpening.Refused.class,
                        r -> assertThat(r.problem().kind()).isEqualTo(LearnProblem.Kind.TOO_COARSE));
    }

    private static DrawnBallot plain() {
        return new DrawnBallot()
                .row(14, COLUMNS, "TT", "Họ và tên", "Chức vụ", "Tín/nhiệm cao", "Tín/nhiệm", "Tín nhiệm/thấp")
                .row(14, COLUMNS, "1", GIOI.name(), GIOI.position(), "", "", "");
    }

    private static double inkMm2(FormPage page, PaperBox where) {
        Picture picture = new Picture.Encoded(
                page.blank().png(), 1654, 2339, 0, false, page.blank().dpi());
        try (UnmarkedSheet sheet = ((SheetOpening.Opened) SheetOpener.open(picture)).sheet()) {
            return sheet.inkMm2(where);
        }
    }

    private static Learning.Understood understood(List<Official> officials, Picture... pages) {
        Learning learning = learn(officials, pages);
        assertThat(learning).isInstanceOf(Learning.Understood.class);
        return (Learning.Understood) learning;
    }

    private static LearnProblem refusal(List<Official> officials, Picture... pages) {
        Learning learning = learn(officials, pages);
        assertThat(learning).isInstanceOf(Learning.NotUnderstood.class);
        assertThat(learning.problems()).hasSize(1);
        return learning.problems().get(0);
    }

    private static Learning learn(List<Official> officials, Picture... pages) {
        List<UnmarkedSheet> sheets = new ArrayList<>();
        try {
            for (Picture page : pages) {
                sheets.add(((SheetOpening.Opened) SheetOpener.open(page)).sheet());
            }
            return Learner.learn(sheets, meeting(officials));
        } finally {
            sheets.forEach(UnmarkedSheet::close);
        }
    }

    private static Meeting meeting(List<Official> officials) {
        return new Meeting(
                "Hội nghị",
                LocalDate.of(2023, 7, 20),
                "Khánh Hòa",
                List.of(),
                new Organisation("UBND TỈNH KHÁNH HÒA", "BAN DÂN TỘC", Organisation.Kind.STATE),
                new Attendance(OptionalInt.empty(), OptionalInt.empty()),
                new BallotCounts(OptionalInt.empty(), OptionalInt.empty(), 0),
                "qd-96",
                officials,
                List.of(),
                new Person("Đỗ Minh Tuấn", "Chủ trì"),
                List.of());
    }
}
