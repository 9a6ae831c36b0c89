package vn.kiemphieu.papers;

import java.util.List;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.StampPlace;
import vn.kiemphieu.papers.PrintedPage.Letter;

/** The places on a typeset ballot where something may stand that was not printed: the stamp and the signature. */
final class BallotZones {

    private static final double STATE_STAMP_MM = 36;
    private static final double PARTY_STAMP_MM = 30;

    /**
     * How far the stamp's centre may lie from the organisation's printed name. By Nghị định 30/2020 it covers part of
     * the name; clerks stamp a pile of ballots in haste, so the half of a stamp's width either way.
     */
    private static final double STAMP_SLACK_MM = 15;

    /** The template keeps so much paper free under the words that ask for the signature. */
    private static final double SIGNATURE_MM = 29;

    private static final double SIGNATURE_WIDTH_MM = 75;

    private final BallotPage page;

    BallotZones(BallotPage page) {
        this.page = page;
    }

    StampPlace stamp(String organisation, boolean state) {
        List<Letter> above = page.print().letters().stream()
                .filter(l -> l.baselineMm() < page.table().yMm())
                .toList();
        PaperBox name = boxOf(above, organisation);
        PaperBox sheet = new PaperBox(0, 0, page.print().widthMm(), page.print().heightMm());
        return new StampPlace(within(sheet, name.grown(STAMP_SLACK_MM)), state ? STATE_STAMP_MM : PARTY_STAMP_MM);
    }

    PaperBox signature() {
        List<Letter> below = page.print().letters().stream()
                .filter(l -> l.baselineMm() > page.table().bottomMm())
                .toList();
        PaperBox words = boxOf(below, "(Có thể ký tên hoặc không ký tên)");
        double leftMm = words.centre().xMm() - SIGNATURE_WIDTH_MM / 2;
        return new PaperBox(leftMm, words.bottomMm() + 1, SIGNATURE_WIDTH_MM, SIGNATURE_MM);
    }

    /** {@return the box around those words, however they are broken into lines} */
    private static PaperBox boxOf(List<Letter> letters, String words) {
        String wanted = words.replaceAll("\\s", "");
        List<Letter> inked = letters.stream().filter(l -> !l.text().isBlank()).toList();
        StringBuilder printed = new StringBuilder();
        inked.forEach(l -> printed.append(l.text().charAt(0)));
        int at = printed.indexOf(wanted);
        if (at < 0) {
            throw new IllegalStateException("The ballot does not print \"%s\"".formatted(words));
        }
        List<Letter> found = inked.subList(at, at + wanted.length());
        double left = found.stream().mapToDouble(Letter::xMm).min().orElseThrow();
        double right =
                found.stream().mapToDouble(l -> l.xMm() + l.widthMm()).max().orElseThrow();
        double top = found.stream().mapToDouble(Letter::topMm).min().orElseThrow();
        double foot = found.stream().mapToDouble(Letter::baselineMm).max().orElseThrow();
        return new PaperBox(left, top, right - left, foot - top);
    }

    private static PaperBox within(PaperBox sheet, PaperBox box) {
        double left = Math.max(sheet.xMm(), box.xMm());
        double top = Math.max(sheet.yMm(), box.yMm());
        return new PaperBox(
                left,
                top,
                Math.min(sheet.rightMm(), box.rightMm()) - left,
                Math.min(sheet.bottomMm(), box.bottomMm()) - top);
    }
}
