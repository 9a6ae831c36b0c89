package vn.kiemphieu.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;

/** A form of three rows of five millimetres, as large as a {@link Sketch}; the first cells are 9 mm wide, from 1 mm on. */
final class LowRows {

    static final FormPage FORM = new FormPage(
            1,
            210,
            297,
            new PaperBox(0, 0, 18, 15),
            List.of(row(1), row(2), row(3)),
            Optional.empty(),
            Optional.empty(),
            new Blank(new byte[0], 200));

    private LowRows() {}

    private static Row row(int official) {
        double y = 5 * (official - 1);
        return new Row(
                official,
                new PaperBox(0, y, 18, 5),
                new PaperBox(0, y, 1, 5),
                Optional.empty(),
                Map.of(
                        Level.HIGH,
                        new PaperBox(1, y, 9, 5),
                        Level.CONFIDENCE,
                        new PaperBox(10, y, 4, 5),
                        Level.LOW,
                        new PaperBox(14, y, 4, 5)));
    }
}
