package vn.kiemphieu.papers;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * What stands on one page of a finished PDF, in millimetres from its top-left corner: the straight lines and the
 * letters. Read from the content stream, so it is what a printer prints and not what a style sheet meant.
 */
final class PrintedPage extends PDFGraphicsStreamEngine {

    private static final double MM_PER_POINT = 25.4 / 72;

    /** A ruled line is thinner than this (2 points); anything thicker is an area. */
    private static final double THICKEST_LINE_MM = 0.7;

    /** One straight line: its middle, and where it begins and ends. */
    record Line(boolean level, double atMm, double fromMm, double toMm) {

        double lengthMm() {
            return toMm - fromMm;
        }

        boolean reaches(double mm) {
            return fromMm <= mm && mm <= toMm;
        }
    }

    /** One letter: the box of its advance width, from its foot to the font's height. */
    record Letter(String text, double xMm, double widthMm, double baselineMm, double heightMm) {

        double centreMm() {
            return xMm + widthMm / 2;
        }

        double topMm() {
            return baselineMm - heightMm;
        }
    }

    private final double widthMm;
    private final double heightMm;
    private final List<Line> lines = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();

    private PrintedPage(PDPage page) {
        super(page);
        PDRectangle box = page.getMediaBox();
        this.widthMm = box.getWidth() * MM_PER_POINT;
        this.heightMm = box.getHeight() * MM_PER_POINT;
    }

    static PrintedPage of(PDPage page) throws IOException {
        PrintedPage printed = new PrintedPage(page);
        printed.processPage(page);
        return printed;
    }

    double widthMm() {
        return widthMm;
    }

    double heightMm() {
        return heightMm;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    List<Letter> letters() {
        return List.copyOf(letters);
    }

    private void takeLine(double thicknessMm) {
        Rectangle2D bounds = path.getBounds2D();
        double left = bounds.getMinX() * MM_PER_POINT;
        double right = bounds.getMaxX() * MM_PER_POINT;
        double top = heightMm - bounds.getMaxY() * MM_PER_POINT;
        double bottom = heightMm - bounds.getMinY() * MM_PER_POINT;
        if (bottom - top + thicknessMm <= THICKEST_LINE_MM && right - left > bottom - top) {
            lines.add(new Line(true, (top + bottom) / 2, left, right));
        } else if (right - left + thicknessMm <= THICKEST_LINE_MM && bottom - top > right - left) {
            lines.add(new Line(false, (left + right) / 2, top, bottom));
        }
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        String text = font.toUnicode(code);
        AffineTransform at = rendering.createAffineTransform();
        Point2D foot = at.transform(new Point2D.Double(0, 0), null);
        double size = Math.abs(at.getScaleY());
        letters.add(new Letter(
                text == null ? "\uFFFD" : text,
                foot.getX() * MM_PER_POINT,
                displacement.getX() * at.getScaleX() * MM_PER_POINT,
                heightMm - foot.getY() * MM_PER_POINT,
                // Capitals with a tone above them reach 0.9 of the font's size over the line.
                0.9 * size * MM_PER_POINT));
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
        path.lineTo(c.getX(), c.getY());
        path.lineTo(d.getX(), d.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint() == null ? new Point2D.Double() : path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() {
        takeLine(getGraphicsState().getLineWidth() * MM_PER_POINT);
        path.reset();
    }

    @Override
    public void fillPath(int windingRule) {
        takeLine(0);
        path.reset();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        fillPath(windingRule);
    }

    @Override
    public void clip(int windingRule) {
        // What a clip hides would still be read here; the ballot's template hides nothing.
    }

    @Override
    public void shadingFill(COSName shading) {
        // The ballot has no shading.
    }

    @Override
    public void drawImage(PDImage image) {
        // The ballot has no image.
    }
}
