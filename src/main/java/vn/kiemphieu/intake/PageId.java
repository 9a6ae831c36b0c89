package vn.kiemphieu.intake;

/**
 * Which page image this is.
 *
 * @param scan the file, relative to {@code scans/}, with {@code /} between folders
 * @param number the page in that file, from 1
 */
public record PageId(String scan, int number) {

    @Override
    public String toString() {
        return scan + ":" + number;
    }
}
