package vn.kiemphieu.papers;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text on pictures, as outlines of Tinos to be filled. Never {@code Graphics2D.drawString}: AWT's fonts fail where the
 * system has no fontconfig, and OpenCV's have no Vietnamese letters. Safe for use by several threads at once.
 */
public final class Lettering {

    public static final Lettering REGULAR = new Lettering("Tinos_400Regular.ttf");
    public static final Lettering BOLD = new Lettering("Tinos_700Bold.ttf");

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;
    private final Map<Integer, GeneralPath> outlines = new ConcurrentHashMap<>();

    private Lettering(String file) {
        try (InputStream in = Lettering.class.getResourceAsStream("/fonts/tinos/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The font %s is missing from the program".formatted(file));
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the outline of one line of text, to be filled with {@code Graphics2D.fill}}
     *
     * @param xPx where the line begins
     * @param baselinePx where the letters stand
     * @param sizePx of the font, from line to line; capitals are 0.66 of it high
     */
    public Shape outline(String text, double xPx, double baselinePx, double sizePx) {
        double scale = sizePx / unitsPerEm;
        Path2D.Double line = new Path2D.Double();
        double penUnits = 0;
        for (int gid : glyphsOf(text)) {
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, xPx + penUnits * scale, baselinePx);
            line.append(outlineOf(gid).getPathIterator(place), false);
            penUnits += advanceOf(gid);
        }
        return line;
    }

    /** {@return how wide the line will be} */
    public double widthPx(String text, double sizePx) {
        double units = 0;
        for (int gid : glyphsOf(text)) {
            units += advanceOf(gid);
        }
        return units * sizePx / unitsPerEm;
    }

    /** {@return the same on paper} */
    double widthMm(String text, double points) {
        return widthPx(text, points) * 25.4 / 72;
    }

    private int[] glyphsOf(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(glyphs::getGlyphId)
                .toArray();
    }

    private GeneralPath outlineOf(int gid) {
        return outlines.computeIfAbsent(gid, this::readOutline);
    }

    /** The parser reads from one shared position, so one thread at a time. */
    private synchronized GeneralPath readOutline(int gid) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(gid);
            return glyph == null ? new GeneralPath() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized double advanceOf(int gid) {
        try {
            return font.getAdvanceWidth(gid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
