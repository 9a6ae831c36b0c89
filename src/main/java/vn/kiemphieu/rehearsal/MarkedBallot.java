package vn.kiemphieu.rehearsal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One ballot as it lies in the box: the ink on each page of the form, and the truth about it.
 *
 * @param number from 1, of the paper and not of any scan of it
 * @param pages the ink, for each page of the form in order
 */
public record MarkedBallot(int number, List<List<Ink>> pages, List<RowTruth> rows, Set<Deed> deeds) {

    public MarkedBallot {
        pages = pages.stream().map(List::copyOf).toList();
        rows = List.copyOf(rows);
        deeds = Set.copyOf(deeds);
    }

    MarkedBallot with(Deed deed) {
        Set<Deed> all = EnumSet.copyOf(deeds);
        all.remove(Deed.HONEST);
        all.add(deed);
        return new MarkedBallot(number, pages, rows, all);
    }
}
