package vn.kiemphieu.papers;

import java.util.List;
import java.util.Optional;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.Ruling;

/**
 * One ballot, or one page that is none, as the result files list it.
 *
 * @param ballot the random id; empty where the page is no ballot
 * @param read what was read, page by page, in the order of the ruling's rows
 */
public record BallotEntry(String ballot, Ruling ruling, List<PageRows> read) {

    /**
     * The rows of one page as they were read.
     *
     * @param page empty where people read them from a paper that has no scan
     */
    public record PageRows(Optional<PageId> page, List<RowReading> rows) {

        public PageRows {
            rows = List.copyOf(rows);
        }
    }

    public BallotEntry {
        read = List.copyOf(read);
        List<Integer> rows = read.stream()
                .flatMap(page -> page.rows().stream())
                .map(RowReading::official)
                .toList();
        List<Integer> ruled = ruling.rows().stream().map(RowRuling::official).toList();
        if (!rows.equals(ruled)) {
            throw new IllegalArgumentException("Rows %s were read but %s ruled on".formatted(rows, ruled));
        }
    }
}
