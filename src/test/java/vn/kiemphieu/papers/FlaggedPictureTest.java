package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.Callout.Tone;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.InkTrace;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Shape;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Fit;
import vn.kiemphieu.registration.Registration.Problem;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.RowRuling.RowStatus;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;
import vn.kiemphieu.words.Texts;

class FlaggedPictureTest {

    private static final PageId PAGE = new PageId("tổ 3/scan7.pdf", 2);
    private static final double PX_PER_MM = 5;

    @Test
    void namesWhatIsWrongWithARowAndOutlinesIt() {
        List<Callout> callouts =
                callouts(Set.of(Fault.MULTIPLE_MARKS), List.of(), Mark.Kind.CROSS, Mark.Kind.CROSS, Mark.Kind.EMPTY);

        assertThat(callouts).singleElement().satisfies(callout -> {
            assertThat(callout.tone()).isEqualTo(Tone.FAULT);
            assertThat(callout.boxes()).hasSize(2);
            assertThat(callout.lines()).containsExactly("1. Nguyễn Văn An", "Đánh dấu từ hai ô trở lên");
        });
    }

    @Test
    void outlinesTheThreeEmptyCellsOfABareRow() {
        List<Callout> callouts =
                callouts(Set.of(Fault.NO_MARK), List.of(), Mark.Kind.EMPTY, Mark.Kind.EMPTY, Mark.Kind.EMPTY);

        assertThat(callouts).singleElement().satisfies(callout -> {
            assertThat(callout.boxes().get(0).widthMm()).isCloseTo(90, within(1.5));
            assertThat(callout.lines()).contains("Không đánh dấu ô nào");
        });
    }

    @Test
    void saysWhatADoubtfulMarkLooksLike() {
        List<Callout> callouts =
                callouts(Set.of(Fault.NOT_AN_X), List.of(), Mark.Kind.CROSS, Mark.Kind.UNCLEAR, Mark.Kind.EMPTY);

        assertThat(callouts).extracting(Callout::tone).containsExactly(Tone.ACCEPTED, Tone.DOUBT);
        assertThat(callouts.get(1).lines()).contains("Dấu không phải chữ X: dấu tích");
    }

    @ParameterizedTest
    @EnumSource
    void pointsAtEverythingThatWasFound(Finding.Kind kind) {
        Finding sure = new Finding(kind, OptionalInt.empty(), new PaperBox(20, 20, 30, 10), true, 0.5);
        Finding unsure = new Finding(kind, OptionalInt.empty(), new PaperBox(20, 220, 30, 10), false, 0.5);

        List<Callout> callouts =
                callouts(Set.of(), List.of(sure, unsure), Mark.Kind.EMPTY, Mark.Kind.EMPTY, Mark.Kind.EMPTY);

        assertThat(callouts).hasSize(2);
        boolean fault = kind != Finding.Kind.STAMP && kind != Finding.Kind.SIGNATURE;
        assertThat(callouts)
                .extracting(Callout::tone)
                .containsExactly(fault ? Tone.FAULT : Tone.NO_FAULT, fault ? Tone.DOUBT : Tone.NO_FAULT);
    }

    @Test
    void namesPiecesOfOneWordOnce() {
        Finding first = new Finding(Finding.Kind.ADDITION, OptionalInt.empty(), new PaperBox(20, 20, 9, 5), true, 0.5);
        Finding next = new Finding(Finding.Kind.ADDITION, OptionalInt.empty(), new PaperBox(33, 20, 9, 5), true, 0.5);
        Finding far = new Finding(Finding.Kind.ADDITION, OptionalInt.empty(), new PaperBox(33, 200, 9, 5), true, 0.5);

        List<Callout> callouts =
                callouts(Set.of(), List.of(first, far, next), Mark.Kind.EMPTY, Mark.Kind.EMPTY, Mark.Kind.EMPTY);

        assertThat(callouts).extracting(callout -> callout.boxes().size()).containsExactly(1, 2);
    }

    @Test
    void drawsTheOutlinesInTheirColourWhereTheFindingsLie() throws IOException {
        BufferedImage picture = draw(Texts.VIETNAMESE, laid(Mark.Kind.CROSS, Mark.Kind.CROSS));

        assertThat(picture.getWidth()).isGreaterThan(1240);
        int scale = 1240 / 210;
        int red = countNear(picture, Tone.FAULT.colour(), 100 * scale, 0, 170 * scale, picture.getHeight());
        assertThat(red).isGreaterThan(400);
    }

    @Test
    void showsAPageThatCouldNotBeLaidOverTheForm() throws IOException {
        FlaggedPage unplaced = FlaggedPage.unplaced(PAGE, page(), new Problem.CutOff(12.3), Texts.VIETNAMESE);

        assertThat(unplaced.notes()).singleElement().asString().contains("12,3 mm");
        assertThat(draw(Texts.ENGLISH, unplaced).getHeight()).isGreaterThan(1700);
    }

    @Test
    void pointsToTheBackWhereAnAdditionIsOnNoneOfTheSheets() throws IOException {
        Ruling doubted = new Ruling(List.of(PAGE), Status.REVIEW, Set.of(Fault.ADDITION), List.of(), 0);
        Finding addition =
                new Finding(Finding.Kind.ADDITION, OptionalInt.empty(), new PaperBox(20, 20, 9, 5), true, 0.5);
        Mark.Kind[] marks = {Mark.Kind.CROSS, Mark.Kind.EMPTY, Mark.Kind.EMPTY};
        FlaggedPage page = laid(Mark.Kind.CROSS, Mark.Kind.EMPTY);
        Sheet bare = sheet(List.of(), marks);

        assertThat(page.pointingBehind(doubted, List.of(bare, bare), Texts.VIETNAMESE)
                        .notes())
                .singleElement()
                .asString()
                .contains("mặt sau");
        assertThat(page.pointingBehind(doubted, List.of(bare, sheet(List.of(addition), marks)), Texts.VIETNAMESE)
                        .notes())
                .isEmpty();
        assertThat(page.pointingBehind(ruling(Set.of()), List.of(bare), Texts.VIETNAMESE)
                        .notes())
                .isEmpty();
    }

    @Test
    void standsThePagesOfOneBallotBelowOneAnother() throws IOException {
        FlaggedPage page = laid(Mark.Kind.CROSS, Mark.Kind.CROSS);

        assertThat(draw(Texts.VIETNAMESE, page, page).getHeight())
                .isGreaterThan(draw(Texts.VIETNAMESE, page).getHeight() + 1700);
    }

    @Test
    void leavesNoNoteOverAnother() {
        List<Callout> many = IntStream.range(0, 60)
                .mapToObj(i -> new Callout(
                        Tone.FAULT, List.of(new PaperBox(100, 280 + i / 10.0, 5, 5)), List.of("Nguyễn Văn " + i, "x")))
                .toList();

        List<NoteColumn.Note> notes = NoteColumn.place(many, 5.9, 380, 1754);

        for (int i = 1; i < notes.size(); i++) {
            assertThat(notes.get(i).topPx()).isGreaterThan(notes.get(i - 1).bottomPx());
        }
        assertThat(notes.get(0).topPx()).isNotNegative();
        List<NoteColumn.Note> few = NoteColumn.place(many.subList(0, 5), 5.9, 380, 1754);
        assertThat(few.get(4).bottomPx()).isLessThanOrEqualTo(1754);
    }

    private static BufferedImage draw(Texts texts, FlaggedPage... pages) throws IOException {
        Ruling ruling = new Ruling(List.of(PAGE), Status.REVIEW, Set.of(Fault.NOT_AN_X, Fault.ADDITION), List.of(), 0);
        byte[] jpeg = FlaggedPicture.draw("k3v9qxm2", ruling, List.of(pages), texts);
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static FlaggedPage laid(Mark.Kind high, Mark.Kind confidence) throws IOException {
        Ruling ruling = ruling(Set.of(Fault.MULTIPLE_MARKS));
        return FlaggedPage.laid(
                PAGE,
                page(),
                PX_PER_MM,
                form(),
                sheet(List.of(), high, confidence, Mark.Kind.EMPTY),
                ruling,
                List.of(new Official("Nguyễn Văn An", "Trưởng ban")),
                Texts.VIETNAMESE);
    }

    private static byte[] page() throws IOException {
        BufferedImage image = new BufferedImage(1050, 1485, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1050, 1485);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static List<Callout> callouts(Set<Fault> faults, List<Finding> findings, Mark.Kind... kinds) {
        return new Callouts(form(), List.of(new Official("Nguyễn Văn An", "Trưởng ban")), Texts.VIETNAMESE)
                .of(sheet(findings, kinds), Map.of(1, ruling(faults).rows().get(0)));
    }

    private static Ruling ruling(Set<Fault> faults) {
        RowRuling row = new RowRuling(1, RowStatus.REVIEW, Optional.empty(), faults);
        return new Ruling(List.of(PAGE), Status.REVIEW, Set.of(Fault.NOT_AN_X), List.of(row), 0);
    }

    private static Sheet sheet(List<Finding> findings, Mark.Kind... kinds) {
        Map<Level, Mark> marks = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            Mark.Kind kind = kinds[level.ordinal()];
            Optional<PaperBox> where = kind == Mark.Kind.EMPTY
                    ? Optional.empty()
                    : Optional.of(new PaperBox(112 + 30 * level.ordinal(), 101, 5, 5));
            Shape shape = kind == Mark.Kind.UNCLEAR ? Shape.TICK : kind == Mark.Kind.CROSS ? Shape.X : Shape.NOTHING;
            marks.put(level, new Mark(kind, shape, 0.5, 1, where));
        }
        return new Sheet(
                1,
                new Fit(0.1, 0.2, 0, 0, 200, 1),
                List.of(new RowReading(1, marks)),
                findings,
                new InkTrace(new byte[0], 0, 0, 3));
    }

    private static FormPage form() {
        Map<Level, PaperBox> cells = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            cells.put(level, new PaperBox(100 + 30 * level.ordinal(), 100, 30, 8));
        }
        Row row = new Row(1, new PaperBox(20, 100, 170, 8), new PaperBox(30, 100, 70, 8), Optional.empty(), cells);
        return new FormPage(
                1,
                210,
                297,
                new PaperBox(20, 90, 170, 20),
                new ArrayList<>(List.of(row)),
                Optional.empty(),
                Optional.empty(),
                new Blank(new byte[0], 200));
    }

    private static int countNear(BufferedImage image, Color colour, int left, int top, int right, int bottom) {
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                Color c = new Color(image.getRGB(x, y));
                int off = Math.abs(c.getRed() - colour.getRed())
                        + Math.abs(c.getGreen() - colour.getGreen())
                        + Math.abs(c.getBlue() - colour.getBlue());
                count += off < 60 ? 1 : 0;
            }
        }
        return count;
    }
}
