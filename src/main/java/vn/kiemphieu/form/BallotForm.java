package vn.kiemphieu.form;

import java.util.List;

/**
 * What was printed: the pages of one ballot. A form that exists can be counted: its rows are exactly the officials
 * 1…n, each once, in order.
 */
public record BallotForm(List<FormPage> pages) {

    public BallotForm {
        pages = List.copyOf(pages);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("A form needs a page");
        }
        int expected = 1;
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "Page %d stands at place %d".formatted(pages.get(i).number(), i + 1));
            }
            for (Row row : pages.get(i).rows()) {
                if (row.official() != expected++) {
                    throw new IllegalArgumentException(
                            "Row %d stands where row %d belongs".formatted(row.official(), expected - 1));
                }
            }
        }
        if (expected == 1) {
            throw new IllegalArgumentException("A form needs a row");
        }
    }

    /** {@return how many officials the ballot lists} */
    public int officials() {
        return pages.stream().mapToInt(p -> p.rows().size()).sum();
    }
}
