package vn.kiemphieu.vision;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.papers.Lettering;

/** An A4 ballot ruled and lettered in code, at 200 dpi: add a verb for each new way in which an office lays one out. */
final class DrawnBallot {

    private static final double PIXELS_PER_MM = 200 / 25.4;
    private static final double LETTERS_MM = 4.6;

    private final BufferedImage image = new BufferedImage(1654, 2339, BufferedImage.TYPE_3BYTE_BGR);
    private final Graphics2D pen = image.createGraphics();
    private double y = 70;
    private double lineMm = 0.2;
    private Color lineColour = Color.BLACK;

    DrawnBallot() {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    DrawnBallot headed(String organisation) {
        return print(organisation, 35, 20).print("PHIẾU TÍN NHIỆM", 85, 45);
    }

    DrawnBallot print(String text, double xMm, double baselineMm) {
        pen.setColor(Color.BLACK);
        pen.fill(Lettering.REGULAR.outline(text, px(xMm), px(baselineMm), px(LETTERS_MM)));
        return this;
    }

    /** A row of cells; the texts' lines are parted by a slash. */
    DrawnBallot row(double heightMm, double[] xsMm, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            rule(xsMm[i], y, xsMm[i + 1], y).rule(xsMm[i], y + heightMm, xsMm[i + 1], y + heightMm);
            rule(xsMm[i], y, xsMm[i], y + heightMm).rule(xsMm[i + 1], y, xsMm[i + 1], y + heightMm);
            String[] lines = texts[i].split("/");
            for (int line = 0; line < lines.length; line++) {
                print(lines[line], xsMm[i] + 2, y + 5.5 + line * LETTERS_MM * 1.15);
            }
        }
        y += heightMm;
        return this;
    }

    /** Two rows of heads, the levels under one merged cell. */
    DrawnBallot mergedHead(double[] xsMm, int firstLevel, String merged, String... texts) {
        double top = y;
        double[] wide = {xsMm[firstLevel], xsMm[firstLevel + 3]};
        row(8, wide, merged);
        for (int i = 0; i < texts.length; i++) {
            boolean level = i >= firstLevel && i < firstLevel + 3;
            y = level ? top + 8 : top;
            row(level ? 14 : 22, new double[] {xsMm[i], xsMm[i + 1]}, texts[i]);
        }
        y = top + 22;
        return this;
    }

    /** All lines from here on. */
    DrawnBallot ruledIn(double lineMm, Color colour) {
        this.lineMm = lineMm;
        lineColour = colour;
        return this;
    }

    DrawnBallot rule(double x1, double y1, double x2, double y2) {
        pen.setColor(lineColour);
        pen.setStroke(new BasicStroke((float) px(lineMm)));
        pen.draw(new Line2D.Double(px(x1), px(y1), px(x2), px(y2)));
        return this;
    }

    DrawnBallot crossed(double xMm, double yMm) {
        return rule(xMm - 2, yMm - 2, xMm + 2, yMm + 2).rule(xMm - 2, yMm + 2, xMm + 2, yMm - 2);
    }

    DrawnBallot stamped(double xMm, double yMm) {
        pen.setColor(new Color(214, 40, 60));
        for (double radius : new double[] {18, 16.8, 11}) {
            pen.setStroke(new BasicStroke((float) px(0.8)));
            pen.draw(new Ellipse2D.Double(px(xMm - radius), px(yMm - radius), px(2 * radius), px(2 * radius)));
        }
        pen.fill(new Ellipse2D.Double(px(xMm - 5), px(yMm - 5), px(10), px(10)));
        return this;
    }

    double bottomMm() {
        return y;
    }

    private static double px(double mm) {
        return mm * PIXELS_PER_MM;
    }

    Picture scanned() {
        pen.dispose();
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new Picture.Raster(samples.clone(), image.getWidth(), image.getHeight(), 3, 200);
    }

    /** Laid askew on the glass of a grey scanner that blurs and has some noise. */
    Picture scannedAskew(double degrees) {
        pen.dispose();
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D glass = grey.createGraphics();
        glass.setColor(Color.WHITE);
        glass.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        glass.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        glass.rotate(Math.toRadians(degrees), grey.getWidth() / 2.0, grey.getHeight() / 2.0);
        glass.drawImage(image, 0, 0, null);
        glass.dispose();
        float[] lens = {1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f};
        ConvolveOp blur = new ConvolveOp(new Kernel(3, 3, lens), ConvolveOp.EDGE_NO_OP, null);
        BufferedImage blurred = blur.filter(blur.filter(grey, null), null);
        byte[] samples = ((DataBufferByte) blurred.getRaster().getDataBuffer()).getData();
        Random noise = new Random(7);
        for (int i = 0; i < samples.length; i++) {
            double light = 20 + 0.9 * (samples[i] & 0xFF) + 4 * noise.nextGaussian();
            samples[i] = (byte) Math.max(0, Math.min(255, Math.round(light)));
        }
        return new Picture.Raster(samples.clone(), grey.getWidth(), grey.getHeight(), 1, 200);
    }

    static double[] columns(double... widthsMm) {
        List<Double> xs = new ArrayList<>(List.of(20.0));
        for (double width : widthsMm) {
            xs.add(xs.get(xs.size() - 1) + width);
        }
        return xs.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
