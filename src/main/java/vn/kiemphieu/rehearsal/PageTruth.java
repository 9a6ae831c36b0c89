package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.Set;
import vn.kiemphieu.intake.PageId;

/**
 * What one page image truly is.
 *
 * @param paper the number of the sheet of paper, or 0 where the page is no ballot
 * @param scanning 1 for the first time this paper was scanned, 2 for the second
 * @param formPage from 1, or 0
 * @param rows the rows on this page
 * @param deeds what was done to the paper or the page
 * @param kh what the count must make of it under {@link Profile#KH_BDT_2023}
 * @param qd the same under {@link Profile#QD_96}
 */
public record PageTruth(
        PageId id,
        int paper,
        int scanning,
        int formPage,
        List<RowTruth> rows,
        Set<Deed> deeds,
        Expectation kh,
        Expectation qd) {

    public PageTruth {
        rows = List.copyOf(rows);
        deeds = Set.copyOf(deeds);
    }

    public Expectation under(Profile profile) {
        return switch (profile) {
            case KH_BDT_2023 -> kh;
            case QD_96 -> qd;
        };
    }

    /** {@return what tells one scanned ballot from another: its pages share it} */
    public String ballot() {
        return paper == 0 ? id.toString() : paper + "." + scanning;
    }
}
