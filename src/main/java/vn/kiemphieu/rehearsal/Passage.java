package vn.kiemphieu.rehearsal;

/**
 * The way of a sheet through the scanner: which pixel a place on paper falls on, and back. A plane projection, after
 * the bend that the rollers give the sheet; the bend is what a homography alone cannot undo.
 *
 * @param h the projection from millimetres to pixels, row by row
 * @param back its inverse
 */
public record Passage(double[] h, double[] back, Bend bend) {

    /**
     * Millimetres by which the rollers push a line of the sheet sideways and ahead, as slow waves down the sheet.
     */
    public record Bend(double asideMm, double aheadMm, double wavesPerMm, double phase) {

        static final Bend NONE = new Bend(0, 0, 0, 0);

        double dx(double y) {
            return asideMm * Math.sin(phase + y * wavesPerMm * 2 * Math.PI);
        }

        double dy(double x, double y) {
            return aheadMm * Math.sin(1.7 * phase + y * wavesPerMm * 1.6 * Math.PI + x * 0.004);
        }
    }

    static Passage of(double[] h, Bend bend) {
        return new Passage(h, inverse(h), bend);
    }

    /** {@return the pixel, x and y, on which that place of the sheet falls} */
    public double[] toPixel(double xMm, double yMm) {
        double x = xMm;
        double y = yMm;
        // The bend is given from scan to sheet; three rounds bring the other way to a hundredth of a pixel.
        for (int i = 0; i < 3; i++) {
            double nx = xMm - bend.dx(y);
            y = yMm - bend.dy(x, y);
            x = nx;
        }
        return project(h, x, y);
    }

    /** {@return the place of the sheet, in millimetres, that a pixel shows; off the sheet too} */
    public double[] toPaper(double xPx, double yPx) {
        double[] p = project(back, xPx, yPx);
        return new double[] {p[0] + bend.dx(p[1]), p[1] + bend.dy(p[0], p[1])};
    }

    /** {@return pixels per millimetre about that place} */
    public double pixelsPerMm(double xMm, double yMm) {
        double[] a = toPixel(xMm, yMm);
        double[] b = toPixel(xMm + 1, yMm);
        double[] c = toPixel(xMm, yMm + 1);
        return (Math.hypot(b[0] - a[0], b[1] - a[1]) + Math.hypot(c[0] - a[0], c[1] - a[1])) / 2;
    }

    private static double[] project(double[] m, double x, double y) {
        double w = m[6] * x + m[7] * y + m[8];
        return new double[] {(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w};
    }

    static double[] inverse(double[] m) {
        double[] i = {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        double det = m[0] * i[0] + m[1] * i[3] + m[2] * i[6];
        for (int k = 0; k < 9; k++) {
            i[k] /= det;
        }
        return i;
    }

    static double[] times(double[] a, double[] b) {
        double[] c = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    c[3 * i + j] += a[3 * i + k] * b[3 * k + j];
                }
            }
        }
        return c;
    }

    static double[] shift(double x, double y) {
        return new double[] {1, 0, x, 0, 1, y, 0, 0, 1};
    }

    static double[] turn(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new double[] {c, -s, 0, s, c, 0, 0, 0, 1};
    }

    static double[] stretch(double x, double y, double shear) {
        return new double[] {x, shear, 0, 0, y, 0, 0, 0, 1};
    }

    /** Tilts the sheet away from the eye; {@code gx}, {@code gy} per millimetre. */
    static double[] tilt(double gx, double gy) {
        return new double[] {1, 0, 0, 0, 1, 0, gx, gy, 1};
    }
}
