package vn.kiemphieu.ruling;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.ruling.RowRuling.RowStatus;

/**
 * What becomes of one ballot by the rules. Every page that came in belongs to exactly one ruling.
 *
 * @param pages in the ballot's order; one page where the page is no ballot, none where there is only paper and no scan
 * @param rows one for each official on the pages that were read, in the form's order of those pages; empty where none was
 * @param margin 0..1: the least of all margins that the verdict rests on
 */
public record Ruling(List<PageId> pages, Status status, Set<Fault> reasons, List<RowRuling> rows, double margin) {

    public Ruling {
        pages = List.copyOf(pages);
        reasons = Set.copyOf(reasons);
        rows = List.copyOf(rows);
        if (status == Status.COUNTED
                && !reasons.stream().allMatch(r -> r == Fault.NO_MARK || r == Fault.MULTIPLE_MARKS)) {
            throw new IllegalArgumentException("Counted in spite of " + reasons);
        }
        if (status != Status.COUNTED && reasons.isEmpty()) {
            throw new IllegalArgumentException("%s without a reason".formatted(status));
        }
        if (!(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("A margin lies between 0 and 1, but was " + margin);
        }
        for (RowRuling row : rows) {
            if (!allows(status, row.status())) {
                throw new IllegalArgumentException(
                        "Row %d is %s on a ballot that is %s".formatted(row.official(), row.status(), status));
            }
        }
    }

    /** While a person has not decided about a ballot, none of its rows counts for anybody. */
    private static boolean allows(Status ballot, RowStatus row) {
        return switch (ballot) {
            case COUNTED -> row != RowStatus.REVIEW;
            case INVALID -> row == RowStatus.VOID;
            case REVIEW -> row == RowStatus.REVIEW;
            case EXCLUDED -> false;
        };
    }

    /**
     * {@return the same ballot, put to a person because the same sheet seems to have been scanned twice}
     *
     * @param likenessMargin 0..1: how far the likeness of the two lies from being judged otherwise
     */
    public Ruling asPossibleDuplicate(double likenessMargin) {
        Set<Fault> more = EnumSet.of(Fault.POSSIBLE_DUPLICATE);
        more.addAll(reasons);
        List<RowRuling> waiting = rows.stream()
                .map(row -> new RowRuling(row.official(), RowStatus.REVIEW, Optional.empty(), row.reasons()))
                .toList();
        return new Ruling(pages, Status.REVIEW, more, waiting, Math.min(margin, likenessMargin));
    }
}
