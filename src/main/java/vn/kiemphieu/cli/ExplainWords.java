package vn.kiemphieu.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.ProblemWords;
import vn.kiemphieu.reading.CellPicture;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.InkPiece;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.reading.Survey;
import vn.kiemphieu.registration.Fit;
import vn.kiemphieu.registration.Registration.Problem;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.vision.StagePictures;
import vn.kiemphieu.words.Texts;

/** What {@code explain.txt} says of one page: every figure that its verdict rests on, stage by stage, in words. */
final class ExplainWords {

    private final Texts texts;
    private final List<Official> officials;
    private final StringBuilder words = new StringBuilder();

    ExplainWords(Texts texts, List<Official> officials) {
        this.texts = texts;
        this.officials = List.copyOf(officials);
    }

    String text() {
        return words.toString();
    }

    void page(Page page) {
        say("explain.page", page.id().scan(), number(page.id().number()));
        Picture picture = page.picture();
        int width =
                picture instanceof Picture.Encoded encoded ? encoded.widthPx() : ((Picture.Raster) picture).widthPx();
        int height =
                picture instanceof Picture.Encoded encoded ? encoded.heightPx() : ((Picture.Raster) picture).heightPx();
        say("explain.picture", number(width), number(height), page.sha256());
    }

    void unplaced(Problem problem) {
        head("explain.head.fit");
        say("explain.unplaced");
        line(ProblemWords.say(problem, texts));
    }

    void fit(int formPage, Fit fit) {
        head("explain.head.fit");
        say("explain.form-page", number(formPage));
        say("explain.residual", figure(fit.residualMm(), 2), figure(fit.worstMm(), 2));
        say("explain.bend", figure(fit.bendMm(), 2));
        say("explain.turn", figure(fit.turnDegrees(), 1));
        say("explain.dpi", figure(fit.dpi(), 0));
        say("explain.print-seen", figure(100 * fit.printSeen(), 0));
    }

    void ink(StagePictures.Ink ink, Survey survey) {
        head("explain.head.ink");
        say("explain.depth." + word(survey.depth()));
        say("explain.levels", figure(ink.print(), 0), figure(ink.faint(), 0), figure(ink.sure(), 0));
        say("explain.thickened", figure(ink.thickenedMm(), 2), figure(ink.slackMm(), 2));
        double area = survey.pieces().stream().mapToDouble(InkPiece::areaMm2).sum();
        say("explain.pieces", number(survey.pieces().size()), figure(area, 1));
    }

    void stamp(Survey survey, boolean expected) {
        head("explain.head.stamp");
        if (!expected) {
            say("explain.no-stamp-place");
        } else if (survey.ring().isEmpty()) {
            say("explain.no-ring");
        }
        survey.ring()
                .ifPresent(ring -> say(
                        "explain.ring",
                        figure(ring.centre().xMm(), 1),
                        figure(ring.centre().yMm(), 1),
                        figure(2 * ring.radiusMm(), 1),
                        figure(100 * ring.coverage(), 0),
                        figure(100 * ring.inside(), 0),
                        figure(100 * ring.red(), 0),
                        figure(100 * ring.darkness(), 0)));
    }

    void rows(Sheet sheet, Survey survey, List<CellPicture> pictures) {
        head("explain.head.rows");
        for (RowReading row : sheet.rows()) {
            line(person(row.official()));
            for (Level level : Level.values()) {
                Mark mark = row.mark(level);
                say(
                        "explain.mark",
                        texts.say("learn.level." + word(level)),
                        texts.say("explain.mark." + word(mark.kind())),
                        texts.say("explain.shape." + word(mark.shape())),
                        figure(mark.margin(), 2),
                        figure(mark.inkMm2(), 2));
                pictures.stream()
                        .filter(cell -> cell.official() == row.official() && cell.level() == level)
                        .forEach(cell -> say("explain.looks", figure(cell.looks(), 1)));
            }
            survey.names().stream()
                    .filter(name -> name.official() == row.official())
                    .forEach(name -> say(
                            "explain.name",
                            figure(name.strangest().steps(), 1),
                            figure(name.strokeMm(), 1),
                            figure(name.gapMm(), 1),
                            figure(100 * name.strangest().missing(), 0)));
        }
    }

    void findings(List<Finding> findings) {
        head("explain.head.findings");
        if (findings.isEmpty()) {
            say("explain.no-findings");
        }
        for (Finding finding : findings) {
            PaperBox where = finding.where();
            String kind = texts.say("explain.finding." + word(finding.kind()));
            say(
                    finding.certain() ? "explain.certain" : "explain.doubtful",
                    finding.official().isPresent()
                            ? kind + " – " + person(finding.official().getAsInt())
                            : kind,
                    figure(where.xMm(), 1),
                    figure(where.yMm(), 1),
                    figure(where.widthMm(), 1),
                    figure(where.heightMm(), 1),
                    figure(finding.margin(), 2));
        }
    }

    void ruling(Ruling ruling, String profile) {
        head("explain.head.ruling");
        say("explain.alone");
        say("explain.verdict", profile, verdict(ruling), figure(ruling.margin(), 2));
        for (RowRuling row : ruling.rows()) {
            String vote = row.vote()
                    .map(level -> texts.say("learn.level." + word(level)))
                    .orElseGet(() -> texts.say("explain.row." + word(row.status())));
            line("  " + person(row.official()) + ": " + withReasons(vote, row.reasons()));
        }
    }

    /** {@return what becomes of the page and why, in one line} */
    String verdict(Ruling ruling) {
        return withReasons(texts.say(ruling.status().textKey()), ruling.reasons());
    }

    private String withReasons(String verdict, Set<Fault> reasons) {
        if (reasons.isEmpty()) {
            return verdict;
        }
        return verdict + " – "
                + new TreeSet<>(reasons)
                        .stream().map(fault -> texts.say(fault.textKey())).collect(Collectors.joining("; "));
    }

    private String person(int official) {
        return texts.say(
                "flagged.row", number(official), officials.get(official - 1).name());
    }

    private void head(String key) {
        words.append('\n').append(texts.say(key)).append('\n');
    }

    private void say(String key, Object... values) {
        line(texts.say(key, values));
    }

    private void line(String line) {
        words.append(line).append('\n');
    }

    private static String number(int number) {
        return String.valueOf(number);
    }

    private String figure(double figure, int decimals) {
        return String.format(texts.locale(), "%." + decimals + "f", figure);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
