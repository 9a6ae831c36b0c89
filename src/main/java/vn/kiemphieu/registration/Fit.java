package vn.kiemphieu.registration;

/**
 * How well a page lies on its form, so that whoever relies on it can say how far to trust it.
 *
 * @param residualMm median distance, after the fit, between where print was seen and where the form has it
 * @param worstMm the 95th percentile of the same
 * @param bendMm how far the local field departs from one plane projection: feeder bend, curl
 * @param turnDegrees clockwise, in (-180, 180]; 180 is a page fed upside down
 * @param dpi resolution of the scan, measured on the print
 * @param printSeen share of the form's print found again on the page, 0..1
 */
public record Fit(double residualMm, double worstMm, double bendMm, double turnDegrees, double dpi, double printSeen) {}
