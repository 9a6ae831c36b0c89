package vn.kiemphieu.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.kiemphieu.meeting.Organisation;

/** What stands around the table: the organisation's name, over which the stamp is hung, and the place to sign. */
final class Surroundings {

    /** A gap this wide parts two columns of print: the left and the right half of a letterhead. */
    private static final double COLUMN_GAP_MM = 9;

    /** A stamp is hung over a part of the name, and rarely straight: its centre may lie this far beside the print. */
    private static final double STAMP_SLACK_MM = 16;

    /** State bodies' stamps measure 36 mm, party bodies' 30. */
    private static final double STATE_STAMP_MM = 36;

    private static final double PARTY_STAMP_MM = 30;

    private static final double NAME_LIKENESS = 0.75;
    private static final double PHRASE_LIKENESS = 0.8;

    /** A signature needs this much; what is lower is a line to write on or the next paragraph. */
    private static final double SIGNATURE_LEAST_MM = 10;

    private static final double SIGNATURE_HEIGHT_MM = 38;
    private static final double SIGNATURE_WIDTH_MM = 70;

    /** Under the table only: the instructions above it speak of the voter, too. */
    private static final Set<String> SIGN_HERE = Set.of(
            "NGUOI BO PHIEU",
            "NGUOI GHI PHIEU",
            "NGUOI GHI PHIEU TIN NHIEM",
            "NGUOI BO PHIEU TIN NHIEM",
            "NGUOI LAY PHIEU",
            "NGUOI DANH GIA",
            "NGUOI BIEU QUYET",
            "DAI BIEU",
            "CHU KY",
            "CHU KY NGUOI BO PHIEU",
            "KY GHI RO HO TEN",
            "KY VA GHI RO HO TEN");

    /** (Ký, ghi rõ họ tên), (Ký tên hoặc không ký tên), Ký tên: … */
    private static final Pattern SIGN =
            Pattern.compile("(CO THE )?KY( TEN| GHI RO| VA GHI| NEU CO| HOAC| O DAY|$).{0,30}");

    /** Too low for a line of print. */
    private static final double LEAST_BAND_MM = 4;

    /** Half the broadest border of a table: it is to stay out of the picture that is read. */
    private static final double RULE_MM = 0.8;

    private final double widthMm;
    private final double heightMm;
    private final List<Phrase> above;
    private final List<Phrase> below;

    /** Words that stand together on one line. */
    record Phrase(String text, PaperBox box) {}

    /** Reads the sheet around its table; without one, all of it counts as below. */
    Surroundings(UnmarkedSheet sheet, Optional<PaperBox> table) {
        this.widthMm = sheet.widthMm();
        this.heightMm = sheet.heightMm();
        this.above = band(sheet, 0, table.map(PaperBox::yMm).orElse(0.0));
        this.below = band(sheet, table.map(PaperBox::bottomMm).orElse(0.0), heightMm);
    }

    /** Read in two ways, as scattered words and as one block: what one misreads the other mostly reads. */
    private static List<Phrase> band(UnmarkedSheet sheet, double fromMm, double toMm) {
        if (toMm - fromMm < LEAST_BAND_MM) {
            return List.of();
        }
        PaperBox band = new PaperBox(0, fromMm + RULE_MM, sheet.widthMm(), toMm - fromMm - 2 * RULE_MM);
        List<Phrase> both = new ArrayList<>(phrases(sheet.scatteredWords(band)));
        both.addAll(phrases(sheet.words(band, UnmarkedSheet.Reading.PLAIN)));
        return List.copyOf(both);
    }

    private static List<Phrase> phrases(List<PrintedWord> words) {
        List<Phrase> phrases = new ArrayList<>();
        for (PrintedWord word : words.stream()
                .sorted(Comparator.comparingDouble(w -> w.box().xMm()))
                .toList()) {
            Optional<Phrase> left = phrases.stream()
                    .filter(p -> follows(p.box(), word.box()))
                    .max(Comparator.comparingDouble(p -> p.box().rightMm()));
            left.ifPresent(phrases::remove);
            phrases.add(left.map(p -> new Phrase(p.text() + " " + word.text(), around(p.box(), word.box())))
                    .orElse(new Phrase(word.text(), word.box())));
        }
        return phrases;
    }

    /** Words come from left to right; their boxes may overlap, as the reader draws some of them far too wide. */
    private static boolean follows(PaperBox left, PaperBox right) {
        double gap = right.xMm() - left.rightMm();
        double shared = Math.min(left.bottomMm(), right.bottomMm()) - Math.max(left.yMm(), right.yMm());
        return gap < COLUMN_GAP_MM
                && shared > 0.5 * Math.min(left.heightMm(), right.heightMm())
                && Math.max(left.heightMm(), right.heightMm()) < 3 * Math.min(left.heightMm(), right.heightMm());
    }

    private static PaperBox around(PaperBox a, PaperBox b) {
        double x = Math.min(a.xMm(), b.xMm());
        double y = Math.min(a.yMm(), b.yMm());
        return new PaperBox(x, y, Math.max(a.rightMm(), b.rightMm()) - x, Math.max(a.bottomMm(), b.bottomMm()) - y);
    }

    /** {@return a box around everything that is printed, if anything is} */
    Optional<PaperBox> print() {
        return Stream.concat(above.stream(), below.stream()).map(Phrase::box).reduce(Surroundings::around);
    }

    /** {@return where the organisation's name stands, above the table and left of the middle} */
    Optional<PaperBox> organisation(Organisation organisation) {
        return above.stream()
                .filter(p -> p.box().centre().xMm() < widthMm * 0.5)
                .filter(p -> Spelling.likeness(p.text(), organisation.name()) >= NAME_LIKENESS)
                .map(Phrase::box)
                .min(Comparator.comparingDouble(PaperBox::yMm));
    }

    /** {@return where the stamp's centre may lie} */
    StampPlace stamp(Organisation organisation, Optional<PaperBox> seen) {
        double diameterMm = organisation.kind() == Organisation.Kind.STATE ? STATE_STAMP_MM : PARTY_STAMP_MM;
        PaperBox around = seen.map(
                        s -> new PaperBox(s.centre().xMm() - 1, s.centre().yMm() - 1, 2, 2))
                .or(() -> organisation(organisation))
                .map(b -> within(b.grown(STAMP_SLACK_MM)))
                .orElseGet(() -> usualPlace());
        return new StampPlace(around, diameterMm);
    }

    /** Top left, where Nghị định 30/2020 puts the organisation's name. */
    private PaperBox usualPlace() {
        return new PaperBox(15, 8, Math.max(40, widthMm / 2 - 20), 42);
    }

    private PaperBox within(PaperBox box) {
        double x = Math.max(0, box.xMm());
        double y = Math.max(0, box.yMm());
        return new PaperBox(x, y, Math.min(widthMm, box.rightMm()) - x, Math.min(heightMm, box.bottomMm()) - y);
    }

    /** {@return the place to sign: the words that ask for it and the bare paper under them} */
    Optional<PaperBox> signature() {
        List<PaperBox> asked = below.stream()
                .filter(p -> asksToSign(p.text()))
                .map(Phrase::box)
                .sorted(Comparator.comparingDouble(PaperBox::yMm))
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        PaperBox first = asked.get(0);
        PaperBox words = asked.stream()
                .filter(b -> b.yMm() - first.bottomMm() < 8
                        && Math.abs(b.centre().xMm() - first.centre().xMm()) < 25)
                .reduce(first, Surroundings::around);
        double width = Math.max(SIGNATURE_WIDTH_MM, words.widthMm());
        double left = Math.max(2, Math.min(words.centre().xMm() - width / 2, widthMm - 2 - width));
        double bottom = Math.min(heightMm - 5, words.bottomMm() + SIGNATURE_HEIGHT_MM);
        for (Phrase phrase : below) {
            PaperBox box = phrase.box();
            if (box.yMm() > words.bottomMm() && box.rightMm() > left && box.xMm() < left + width) {
                bottom = Math.min(bottom, box.yMm() - 1);
            }
        }
        return bottom - words.bottomMm() < SIGNATURE_LEAST_MM
                ? Optional.empty()
                : Optional.of(within(new PaperBox(left, words.yMm() - 1, width, bottom - words.yMm() + 1)));
    }

    private static boolean asksToSign(String text) {
        return SIGN.matcher(Spelling.plain(text)).matches()
                || SIGN_HERE.stream()
                        .anyMatch(phrase -> Spelling.likeness(Spelling.plain(text), phrase) >= PHRASE_LIKENESS);
    }
}
