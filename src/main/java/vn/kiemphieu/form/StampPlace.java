package vn.kiemphieu.form;

/**
 * Where the hanging stamp (dấu treo) is to be expected: over the organisation's name, at the top left of the first page.
 *
 * @param around its centre lies somewhere in this box
 * @param diameterMm of the usual stamp: 36 for state bodies, 30 for party bodies; a real one may differ by a few
 *     millimetres
 */
public record StampPlace(PaperBox around, double diameterMm) {}
