package vn.kiemphieu.review;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.springframework.util.unit.DataSize;

/**
 * What the desk takes from outside the meeting.
 *
 * @param clock the time of day, as it is printed; it may be wrong
 * @param nanoTime a clock that nobody can set back
 * @param largestFile the largest scan that is taken through the browser
 */
record Surroundings(Clock clock, LongSupplier nanoTime, DataSize largestFile) {

    /** An evening's ballots in one PDF have 300 MB at the most; what is larger is no scan, or goes by the folder. */
    private static final DataSize LARGEST_FILE = DataSize.ofMegabytes(600);

    /** Several files at once, and what stands between them. */
    private static final int FILES_AT_ONCE = 4;

    static Surroundings usual(Clock clock) {
        return new Surroundings(clock, System::nanoTime, LARGEST_FILE);
    }

    DataSize largestRequest() {
        return DataSize.ofBytes(largestFile.toBytes() * FILES_AT_ONCE);
    }
}
