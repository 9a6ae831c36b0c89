package vn.kiemphieu.ruling;

import java.util.List;
import java.util.Set;
import vn.kiemphieu.intake.PageId;

/**
 * What becomes of one ballot by the rules. Every page that came in belongs to exactly one ruling.
 *
 * @param pages in the ballot's order; one page where the page is no ballot
 * @param rows one for each official where the ballot was read; empty where it was not
 * @param margin 0..1: the least of all margins that the verdict rests on
 */
public record Ruling(List<PageId> pages, Status status, Set<Fault> reasons, List<RowRuling> rows, double margin) {

    public Ruling {
        pages = List.copyOf(pages);
        reasons = Set.copyOf(reasons);
        rows = List.copyOf(rows);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("A ruling needs a page");
        }
        if (status == Status.COUNTED
                && !reasons.stream().allMatch(r -> r == Fault.NO_MARK || r == Fault.MULTIPLE_MARKS)) {
            throw new IllegalArgumentException("Counted in spite of " + reasons);
        }
    }
}
