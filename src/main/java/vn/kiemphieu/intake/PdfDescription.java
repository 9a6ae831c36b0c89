package vn.kiemphieu.intake;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;

/**
 * What the description of a PDF page does, followed only as far as scanners go: move, clip, show an image, and lay
 * invisible text over it for searching. Whatever else it does is {@code more}, and the page is then drawn.
 */
final class PdfDescription {

    /** An image, and how its unit square lies on the page. */
    record Shown(COSStream image, AffineTransform place) {}

    /** A scan's page is described in a dozen steps, with searchable text in some thousands. */
    private static final int MOST_STEPS = 200_000;

    /** Steps that change nothing about an image that is shown: line styles, text positions, marks for search. */
    private static final Set<String> HARMLESS = Set.of(
            "w", "J", "j", "M", "d", "ri", "i", "n", "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Ts", "Td", "TD", "Tm",
            "T*", "BMC", "EMC", "MP", "DP", "BX", "EX");

    private static final Set<String> SHOW_TEXT = Set.of("Tj", "TJ", "'", "\"");
    private static final double INVISIBLE = 3;

    private final List<Shown> images = new ArrayList<>();
    private final List<Rectangle2D> clips = new ArrayList<>();
    private final Deque<AffineTransform> places = new ArrayDeque<>();
    private final Deque<Double> textModes = new ArrayDeque<>();
    private final COSDictionary resources;
    private AffineTransform place = new AffineTransform();
    private double textMode;
    private boolean more;

    private PdfDescription(COSDictionary resources) {
        this.resources = resources;
    }

    static PdfDescription of(List<byte[]> parts, COSDictionary resources) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
            // A word never goes over the border of two parts.
            whole.write('\n');
        }
        PdfDescription description = new PdfDescription(resources);
        try {
            description.follow(new PDFStreamParser(whole.toByteArray()));
        } catch (IOException | RuntimeException e) {
            // Damaged: let the drawing find out, it refuses what it cannot follow.
            description.more = true;
        }
        return description;
    }

    List<Shown> images() {
        return images;
    }

    /** {@return whether the page does anything besides showing images whole} */
    boolean more() {
        return more || clips.stream().anyMatch(clip -> images.stream().anyMatch(shown -> cuts(clip, shown)));
    }

    private void follow(PDFStreamParser parser) throws IOException {
        List<COSBase> operands = new ArrayList<>();
        int steps = 0;
        for (Object token = parser.parseNextToken(); token != null && !more; token = parser.parseNextToken()) {
            if (token instanceof Operator operator) {
                step(operator.getName(), operands);
                operands.clear();
            } else if (token instanceof COSBase operand) {
                operands.add(operand);
            }
            more |= ++steps > MOST_STEPS;
        }
    }

    private void step(String name, List<COSBase> operands) {
        switch (name) {
            case "q" -> {
                places.push(new AffineTransform(place));
                textModes.push(textMode);
            }
            case "Q" -> {
                if (!places.isEmpty()) {
                    place = places.pop();
                    textMode = textModes.pop();
                }
            }
            case "cm" -> place.concatenate(new AffineTransform(numbers(operands, 6)));
            case "Do" -> show(operands);
            case "re" -> clips.add(rectangle(numbers(operands, 4)));
            case "W", "W*" -> {}
            case "Tr" -> textMode = numbers(operands, 1)[0];
            case "g", "G", "rg", "RG", "k", "K" -> more |= !isBlack(name, operands);
            case "gs" -> more |= !isPlain(operands);
            case "BDC" -> more |= operands.get(0).equals(COSName.OC);
            default -> more |= SHOW_TEXT.contains(name) ? textMode != INVISIBLE : !HARMLESS.contains(name);
        }
    }

    private static double[] numbers(List<COSBase> operands, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = ((COSNumber) operands.get(i)).floatValue();
        }
        return numbers;
    }

    private Rectangle2D rectangle(double[] r) {
        Rectangle2D rectangle = new Rectangle2D.Double(
                Math.min(r[0], r[0] + r[2]), Math.min(r[1], r[1] + r[3]), Math.abs(r[2]), Math.abs(r[3]));
        return place.createTransformedShape(rectangle).getBounds2D();
    }

    private void show(List<COSBase> operands) {
        COSDictionary known = resources.getCOSDictionary(COSName.XOBJECT);
        COSStream stream = known == null ? null : known.getCOSStream((COSName) operands.get(0));
        if (stream != null && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            images.add(new Shown(stream, new AffineTransform(place)));
        } else {
            more = true;
        }
    }

    /** The colour counts for images that are stencils; they are taken raw only if painted black, as from the start. */
    private static boolean isBlack(String name, List<COSBase> operands) {
        if (Character.isUpperCase(name.charAt(0))) {
            return true;
        }
        double[] inks = numbers(operands, operands.size());
        for (int i = 0; i < inks.length; i++) {
            if (inks[i] != (name.equals("k") && i == 3 ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPlain(List<COSBase> operands) {
        COSDictionary states = resources.getCOSDictionary(COSName.EXT_G_STATE);
        COSDictionary state = states == null ? null : states.getCOSDictionary((COSName) operands.get(0));
        if (state == null) {
            return false;
        }
        COSBase mask = state.getDictionaryObject(COSName.SMASK);
        COSBase blend = state.getDictionaryObject(COSName.BM);
        return (mask == null || COSName.NONE.equals(mask))
                && (blend == null || blend.equals(COSName.getPDFName("Normal")))
                && state.getFloat(COSName.CA_NS, 1) == 1
                && !state.containsKey(COSName.TR)
                && !state.containsKey(COSName.TR2);
    }

    private static boolean cuts(Rectangle2D clip, Shown shown) {
        Rectangle2D image = shown.place()
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        // Two points, for rounding: 0.7 mm of the margin of a page.
        Rectangle2D wide =
                new Rectangle2D.Double(clip.getX() - 2, clip.getY() - 2, clip.getWidth() + 4, clip.getHeight() + 4);
        return !wide.contains(image);
    }
}
