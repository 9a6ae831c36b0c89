package vn.kiemphieu.intake;

import java.util.Comparator;

/**
 * Which page image this is. Pages stand in scan order: by the natural order of their files, then by number.
 *
 * @param scan the file, relative to {@code scans/}, with {@code /} between folders
 * @param number the page in that file, from 1
 */
public record PageId(String scan, int number) implements Comparable<PageId> {

    private static final Comparator<PageId> SCAN_ORDER =
            Comparator.comparing(PageId::scan, new NaturalOrder()).thenComparingInt(PageId::number);

    @Override
    public int compareTo(PageId other) {
        return SCAN_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return scan + ":" + number;
    }
}
