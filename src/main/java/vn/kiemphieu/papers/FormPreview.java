package vn.kiemphieu.papers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.LearnedRow;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.form.StampPlace;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.words.Texts;

/**
 * A learned form drawn for the eye: the blank page with everything that was understood over it, and beside each row the
 * person it counts for. Whoever looks at it is to find the mistake that the program did not.
 */
public final class FormPreview {

    /** Enough to read ten-point print on a screen. */
    private static final double PIXELS_PER_MM = 5;

    private static final double BAND_MM = 26;
    private static final double MARGIN_MM = 78;
    private static final double LETTERS_MM = 4;

    private static final Map<Level, Color> COLOURS = new EnumMap<>(Map.of(
            Level.HIGH, new Color(0x1b8a3a), Level.CONFIDENCE, new Color(0x1f5fbf), Level.LOW, new Color(0xd97706)));

    private static final Color TABLE = new Color(0x6b21a8);
    private static final Color SURE = new Color(0x14532d);
    private static final Color DOUBT = new Color(0xc81e1e);
    private static final Color NEAR = new Color(0x92600a);
    private static final Color STAMP = new Color(0xc81e1e);
    private static final Color SIGNATURE = new Color(0x0e7490);
    private static final int WASH = 46;

    private final FormPage page;
    private final int pages;
    private final List<LearnedRow> rows;
    private final List<Official> officials;
    private final Texts texts;
    private final BufferedImage image;
    private final Graphics2D pen;

    private FormPreview(FormPage page, int pages, List<LearnedRow> rows, List<Official> officials, Texts texts) {
        this.page = page;
        this.pages = pages;
        this.rows = rows.stream().filter(r -> r.page() == page.number()).toList();
        this.officials = officials;
        this.texts = texts;
        this.image = new BufferedImage(
                px(page.widthMm() + MARGIN_MM), px(BAND_MM + page.heightMm()), BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    /** {@return the picture of one page as PNG} */
    public static byte[] draw(FormPage page, int pages, List<LearnedRow> rows, List<Official> officials, Texts texts) {
        FormPreview preview = new FormPreview(page, pages, rows, officials, texts);
        try {
            preview.draw();
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(preview.image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            preview.pen.dispose();
        }
    }

    private static int px(double mm) {
        return (int) Math.round(mm * PIXELS_PER_MM);
    }

    private void draw() throws IOException {
        pen.setColor(new Color(0xf3f4f6));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        BufferedImage blank = ImageIO.read(new ByteArrayInputStream(page.blank().png()));
        pen.drawImage(blank, 0, px(BAND_MM), px(page.widthMm()), px(page.heightMm()), null);
        head();
        page.rows().forEach(this::row);
        if (!page.rows().isEmpty()) {
            outline(page.table(), TABLE, 3);
        }
        rows.forEach(this::name);
        page.signature().ifPresent(zone -> {
            wash(zone, SIGNATURE);
            outline(zone, SIGNATURE, 2);
            write(texts.say("learn.preview.signature"), zone.xMm() + 1, zone.bottomMm() - 1.5, 3.5, SIGNATURE);
        });
        page.stamp().ifPresent(this::stamp);
    }

    private void head() {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), px(BAND_MM) - 2);
        String title = texts.say("learn.preview.title", String.valueOf(page.number()), String.valueOf(pages));
        pen.setColor(Color.BLACK);
        pen.fill(Lettering.BOLD.outline(title, px(5), px(9), px(6)));
        double x = 5;
        for (Level level : Level.values()) {
            x = legend(x, colour(level), levelName(level));
        }
        x = legend(x, TABLE, texts.say("learn.preview.table"));
        if (page.signature().isPresent()) {
            x = legend(x, SIGNATURE, texts.say("learn.preview.signature"));
        }
        if (page.stamp().isPresent()) {
            legend(x, STAMP, texts.say("learn.preview.stamp"));
        }
    }

    private double legend(double xMm, Color colour, String name) {
        pen.setColor(colour);
        pen.fill(new Rectangle2D.Double(px(xMm), px(16), px(4), px(4)));
        pen.setColor(Color.BLACK);
        pen.fill(Lettering.REGULAR.outline(name, px(xMm + 5.5), px(19.5), px(LETTERS_MM)));
        return xMm + 11 + Lettering.REGULAR.widthPx(name, px(LETTERS_MM)) / PIXELS_PER_MM;
    }

    private String levelName(Level level) {
        return texts.say(
                switch (level) {
                    case HIGH -> "learn.level.high";
                    case CONFIDENCE -> "learn.level.confidence";
                    case LOW -> "learn.level.low";
                });
    }

    private static Color colour(Level level) {
        Color colour = COLOURS.get(level);
        if (colour == null) {
            throw new IllegalStateException("No colour for " + level);
        }
        return colour;
    }

    private void row(Row row) {
        for (Level level : Level.values()) {
            PaperBox cell = row.cell(level);
            wash(cell, colour(level));
            outline(cell.grown(-0.4), colour(level), 2);
            write(levelName(level), cell.xMm() + 1, cell.bottomMm() - 1.2, 2.8, colour(level));
        }
        row.position().ifPresent(position -> outline(position.grown(-0.6), Color.GRAY, 1));
    }

    private void name(LearnedRow row) {
        Color colour = row.sure() ? SURE : DOUBT;
        Row printed = page.rows().stream()
                .filter(r -> r.official() == row.official())
                .findFirst()
                .orElseThrow();
        outline(printed.name().grown(-0.6), colour, row.sure() ? 2 : 4);
        String expected = officials.get(row.official() - 1).name();
        String line = texts.say("learn.preview.row", String.valueOf(row.official()), expected);
        // A note stands under its name, so the two share the height of the row.
        double size = Math.min(4.4, row.box().heightMm() / 2.2);
        double middle = row.box().centre().yMm();
        boolean noted = !row.exact() || !row.sure();
        double x = page.widthMm() + 4;
        write(line, x, middle + (noted ? 0 : size / 3), size, colour);
        if (noted) {
            String key = row.sure() ? "learn.preview.read-near" : "learn.preview.read-other";
            write(
                    texts.say(key, shortened(row.printed())),
                    x + 4,
                    middle + size * 0.85,
                    size * 0.8,
                    row.sure() ? NEAR : DOUBT);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    private void stamp(StampPlace place) {
        double radius = place.diameterMm() / 2;
        double x = place.around().centre().xMm() - radius;
        double y = place.around().centre().yMm() - radius;
        pen.setColor(STAMP);
        pen.setStroke(new BasicStroke(3));
        pen.draw(new Ellipse2D.Double(px(x), px(BAND_MM + y), px(2 * radius), px(2 * radius)));
        float[] dashes = {12, 8};
        pen.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
        pen.draw(pixels(place.around()));
    }

    private void wash(PaperBox box, Color colour) {
        pen.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), WASH));
        pen.fill(pixels(box));
    }

    private void outline(PaperBox box, Color colour, int widthPx) {
        pen.setColor(colour);
        pen.setStroke(new BasicStroke(widthPx));
        pen.draw(pixels(box));
    }

    private static Rectangle2D pixels(PaperBox box) {
        return new Rectangle2D.Double(px(box.xMm()), px(BAND_MM + box.yMm()), px(box.widthMm()), px(box.heightMm()));
    }

    private void write(String text, double xMm, double baselineMm, double sizeMm, Color colour) {
        pen.setColor(colour);
        pen.fill(Lettering.REGULAR.outline(text, px(xMm), px(BAND_MM + baselineMm), px(sizeMm)));
    }
}
