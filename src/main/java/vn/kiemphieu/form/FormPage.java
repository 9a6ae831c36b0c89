package vn.kiemphieu.form;

import java.util.List;
import java.util.Optional;

/**
 * One printed page of the form, in millimetres. A page without rows is possible (a last page with notes only).
 *
 * @param number from 1
 * @param table the ruled table with its head, from outer line to outer line
 * @param signature where a voter may sign, if the form has such a place
 * @param stamp where the stamp belongs; on the first page only
 */
public record FormPage(
        int number,
        double widthMm,
        double heightMm,
        PaperBox table,
        List<Row> rows,
        Optional<PaperBox> signature,
        Optional<StampPlace> stamp,
        Blank blank) {

    public FormPage {
        rows = List.copyOf(rows);
        PaperBox sheet = new PaperBox(0, 0, widthMm, heightMm);
        if (!sheet.contains(table)) {
            throw new IllegalArgumentException("The table of page %d lies off the sheet".formatted(number));
        }
        for (Row row : rows) {
            if (!table.grown(1).contains(row.box())) {
                throw new IllegalArgumentException(
                        "Row %d of page %d lies outside its table".formatted(row.official(), number));
            }
        }
    }

    public PaperBox sheet() {
        return new PaperBox(0, 0, widthMm, heightMm);
    }
}
