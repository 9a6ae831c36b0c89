package vn.kiemphieu.rehearsal;

import java.util.List;

/** What one pen left on one page, in millimetres. Painted in the order given; later ink lies over earlier. */
public record Ink(Pen pen, List<PenStroke> strokes) {

    public Ink {
        strokes = List.copyOf(strokes);
    }
}
