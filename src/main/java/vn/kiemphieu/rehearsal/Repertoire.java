package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.Random;

/** One person's manner of drawing: the same habits each time, never the same line twice. */
@FunctionalInterface
public interface Repertoire {

    /** {@return the strokes, the longer side of their box 1 and its centre the origin, y down} */
    List<PenStroke> draw(Drawing what, Random random);
}
