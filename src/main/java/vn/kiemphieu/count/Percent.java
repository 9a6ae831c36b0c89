package vn.kiemphieu.count;

/**
 * A share in hundredths of a percent, rounded half up in integers. Never a floating-point number: 2.675 would be
 * published as 2,67. Shares of one official need not sum to 100.
 */
public record Percent(int hundredths) {

    /**
     * {@return the share that the part has in the whole; zero of nothing}
     *
     * @param whole ballots collected; 0 before the box is opened
     */
    public static Percent of(int part, int whole) {
        if (part < 0 || whole < 0) {
            throw new IllegalArgumentException("%d of %d".formatted(part, whole));
        }
        return whole == 0 ? new Percent(0) : new Percent((int) ((20_000L * part + whole) / (2L * whole)));
    }

    /** {@return as programs read it: two decimals and a point} */
    public String withPoint() {
        return written('.');
    }

    /** {@return as it stands on paper: two decimals and a comma} */
    public String withComma() {
        return written(',');
    }

    private String written(char separator) {
        return "%d%c%02d".formatted(hundredths / 100, separator, hundredths % 100);
    }
}
