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
import java.util.List;
import javax.imageio.ImageIO;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.form.StampPlace;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.words.Texts;

/** One numbered picture of how a page was read: what it shows and what its colours mean stand in a band above the page. */
public final class StagePicture {

    /** High enough for a title and one line of colours; the page below it is not touched. */
    public static final int BAND_PX = 84;

    private static final int TITLE_PX = 32;
    private static final int TEXT_PX = 26;
    private static final int EDGE_PX = 20;

    private static final int TABLE_RGB = 0x15803d;
    private static final int NAME_RGB = 0x7e22ce;
    private static final int POSITION_RGB = 0x6b7280;
    private static final int SIGNATURE_RGB = 0x0e7490;
    private static final int STAMP_RGB = 0xc81e1e;
    private static final int CELL_RGB = 0x1d4ed8;

    /**
     * A colour and what it means.
     *
     * @param textKey of the words
     */
    public record Key(int rgb, String textKey) {}

    private static final List<Key> FORM_KEYS = List.of(
            new Key(TABLE_RGB, "explain.key.table"),
            new Key(CELL_RGB, "explain.key.cells"),
            new Key(NAME_RGB, "explain.key.name"),
            new Key(POSITION_RGB, "explain.key.position"),
            new Key(SIGNATURE_RGB, "explain.key.signature"),
            new Key(STAMP_RGB, "explain.key.stamp"));

    private StagePicture() {}

    /** {@return the picture as PNG with the band above it} */
    public static byte[] captioned(byte[] picture, String title, List<Key> keys, Texts texts) throws IOException {
        return png(under(read(picture), title, keys, texts));
    }

    /**
     * {@return the straightened page as PNG with the form drawn over it} The lines are one pixel thin: where print stands
     * beside them, the page was laid wrongly.
     */
    public static byte[] formOver(byte[] straightened, double pixelsPerMm, FormPage form, String title, Texts texts)
            throws IOException {
        BufferedImage page = read(straightened);
        Graphics2D pen = page.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.scale(pixelsPerMm, pixelsPerMm);
            pen.setStroke(new BasicStroke((float) (1.2 / pixelsPerMm)));
            form.rows().forEach(row -> draw(pen, row));
            if (!form.rows().isEmpty()) {
                draw(pen, form.table(), TABLE_RGB);
            }
            form.signature().ifPresent(zone -> draw(pen, zone, SIGNATURE_RGB));
            form.stamp().ifPresent(place -> draw(pen, place, (float) pixelsPerMm));
        } finally {
            pen.dispose();
        }
        return png(under(page, title, FORM_KEYS, texts));
    }

    private static void draw(Graphics2D pen, Row row) {
        draw(pen, row.box(), TABLE_RGB);
        row.position().ifPresent(position -> draw(pen, position.grown(-0.6), POSITION_RGB));
        draw(pen, row.name().grown(-0.6), NAME_RGB);
        for (Level level : Level.values()) {
            draw(pen, row.cell(level), CELL_RGB);
        }
    }

    private static void draw(Graphics2D pen, PaperBox box, int rgb) {
        pen.setColor(new Color(rgb));
        pen.draw(new Rectangle2D.Double(box.xMm(), box.yMm(), box.widthMm(), box.heightMm()));
    }

    /** Its centre may lie anywhere in the dashed box; the circle is one such stamp. */
    private static void draw(Graphics2D pen, StampPlace place, float pixelsPerMm) {
        PaperPoint centre = place.around().centre();
        double radius = place.diameterMm() / 2;
        pen.setColor(new Color(STAMP_RGB));
        pen.draw(new Ellipse2D.Double(
                centre.xMm() - radius, centre.yMm() - radius, place.diameterMm(), place.diameterMm()));
        float[] dashes = {2, 1.5f};
        pen.setStroke(new BasicStroke(1.2f / pixelsPerMm, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
        draw(pen, place.around(), STAMP_RGB);
    }

    private static BufferedImage under(BufferedImage page, String title, List<Key> keys, Texts texts) {
        BufferedImage whole =
                new BufferedImage(page.getWidth(), page.getHeight() + BAND_PX, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = whole.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(new Color(0xf3f4f6));
            pen.fillRect(0, 0, whole.getWidth(), BAND_PX);
            pen.drawImage(page, 0, BAND_PX, null);
            pen.setColor(Color.BLACK);
            pen.fill(Lettering.BOLD.outline(title, EDGE_PX, 34, fitting(title, whole.getWidth())));
            double x = EDGE_PX;
            for (Key key : keys) {
                pen.setColor(new Color(key.rgb()));
                pen.fill(new Rectangle2D.Double(x, 52, 18, 18));
                pen.setColor(Color.BLACK);
                String words = texts.say(key.textKey());
                pen.fill(Lettering.REGULAR.outline(words, x + 26, 70, TEXT_PX));
                x += 60 + Lettering.REGULAR.widthPx(words, TEXT_PX);
            }
        } finally {
            pen.dispose();
        }
        return whole;
    }

    /** A page that came small has little room above it. */
    private static double fitting(String title, int widthPx) {
        double room = widthPx - 2.0 * EDGE_PX;
        return Math.min(TITLE_PX, TITLE_PX * room / Lettering.BOLD.widthPx(title, TITLE_PX));
    }

    private static BufferedImage read(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        if (image == null) {
            throw new IOException("No picture in %d bytes".formatted(picture.length));
        }
        BufferedImage colour = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = colour.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return colour;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
