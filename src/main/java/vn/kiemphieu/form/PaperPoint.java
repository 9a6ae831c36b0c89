package vn.kiemphieu.form;

/** A place on the printed sheet, in millimetres from its top-left corner, x to the right and y down. */
public record PaperPoint(double xMm, double yMm) {}
