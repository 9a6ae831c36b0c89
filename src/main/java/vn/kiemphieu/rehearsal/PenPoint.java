package vn.kiemphieu.rehearsal;

/**
 * Where the pen was, on paper or in the unit square of a drawing; the room that holds it says which.
 *
 * @param press how hard it was pressed: 1 is the pen's usual line, 0 lifts it
 */
public record PenPoint(double x, double y, double press) {}
