package vn.kiemphieu.job;

import java.util.List;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.decision.Review;

/**
 * What one run came to, for people. The results themselves lie in {@code results/}.
 *
 * @param pages all page images that came in
 * @param readBefore how many of them earlier runs had read
 * @param newlyRead how many of them this run had to read
 * @param readAgain how many had been read against another form, and so were read again
 * @param changed scans that hold something else than when they were last counted
 * @param gone scans that were counted before and lie there no more
 */
public record CountingReport(
        int files,
        int pages,
        int readBefore,
        int newlyRead,
        int readAgain,
        List<String> changed,
        List<String> gone,
        Result result) {

    /** The sums, whether the books balance, and what people decided. */
    public record Result(Tally tally, Books books, Review review) {}

    public CountingReport {
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }
}
