package vn.kiemphieu.intake;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * Where a PDF page puts its only image. A page that does more than show one image, all of it and nothing beside it,
 * has no such place and must be drawn: there is then more to see than the image holds.
 *
 * @param image the image, where that is all there is
 * @param place how the unit square of the image lies on the page, in points
 * @param seen what the page shows of its sheet, in points
 * @param turns of the page, clockwise quarters
 */
record PdfPlacement(Optional<COSStream> image, AffineTransform place, PDRectangle seen, int turns) {

    private static final double POINTS_PER_INCH = 72;

    /** Half a millimetre: as far as a scanner's page and its image may differ by rounding. */
    private static final double ROUNDING_PT = 1.5;

    /** Less than this is no scan but a small picture drawn large, which the page's drawing shows better. */
    private static final double LEAST_DPI = 60;

    /** Dots wider than high by more than this (fax has 204 to 98) are to be made square by drawing. */
    private static final double SQUARE = 1.05;

    static PdfPlacement of(PDPage page) throws IOException, Refused {
        List<byte[]> parts = new ArrayList<>();
        int left = PdfStreams.DESCRIPTION_BYTES;
        for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
            byte[] part = PdfStreams.unpacked(streams.next().getCOSObject(), left);
            left = Math.max(1, left - part.length);
            parts.add(part);
        }
        PdfDescription description = PdfDescription.of(parts, resources(page));
        boolean alone = description.images().size() == 1 && !description.more() && !hasVisibleAnnotation(page);
        return new PdfPlacement(
                alone ? Optional.of(description.images().get(0).image()) : Optional.empty(),
                alone ? description.images().get(0).place() : new AffineTransform(),
                page.getCropBox(),
                Math.floorMod(page.getRotation() / 90, 4));
    }

    private static COSDictionary resources(PDPage page) {
        COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
        return resources == null ? new COSDictionary() : resources;
    }

    private static boolean hasVisibleAnnotation(PDPage page) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            String kind = String.valueOf(annotation.getSubtype());
            if (!annotation.isHidden() && !kind.equals("Link") && !kind.equals("Popup")) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether the image is all there is to see, unbent, uncut and with square dots} */
    boolean wholePage() {
        return image.isPresent()
                && stance().isPresent()
                && within()
                && dpiAcross() >= LEAST_DPI
                && dpiDown() >= LEAST_DPI
                && Math.max(dpiAcross(), dpiDown()) <= SQUARE * Math.min(dpiAcross(), dpiDown());
    }

    private boolean within() {
        double[] x = {0, place.getScaleX(), place.getShearX(), place.getScaleX() + place.getShearX()};
        double[] y = {0, place.getShearY(), place.getScaleY(), place.getShearY() + place.getScaleY()};
        for (int i = 0; i < 4; i++) {
            double px = place.getTranslateX() + x[i];
            double py = place.getTranslateY() + y[i];
            if (px < seen.getLowerLeftX() - ROUNDING_PT
                    || px > seen.getUpperRightX() + ROUNDING_PT
                    || py < seen.getLowerLeftY() - ROUNDING_PT
                    || py > seen.getUpperRightY() + ROUNDING_PT) {
                return false;
            }
        }
        return true;
    }

    /** {@return how the image's pixels stand on the page; empty where they lie at an angle} */
    Optional<Stance> stance() {
        // The image's directions on the page seen with y down: right along its rows, down along its columns.
        double rightX = place.getScaleX();
        double rightY = -place.getShearY();
        double downX = -place.getShearX();
        double downY = place.getScaleY();
        double across = Math.hypot(rightX, rightY);
        double down = Math.hypot(downX, downY);
        // A thousandth is a pixel and a half over the width of A4 at 150 dpi.
        boolean upright = Math.abs(rightY) < across / 1000 && Math.abs(downX) < down / 1000;
        boolean sideways = Math.abs(rightX) < across / 1000 && Math.abs(downY) < down / 1000;
        if (upright == sideways) {
            return Optional.empty();
        }
        int quarters = upright ? downY > 0 ? 0 : 2 : downX < 0 ? 1 : 3;
        boolean mirrored = rightX * downY - rightY * downX < 0;
        return Optional.of(new Stance(mirrored, quarters).turned(turns));
    }

    private double dpiAcross() {
        return pixels(COSName.WIDTH) * POINTS_PER_INCH / Math.hypot(place.getScaleX(), place.getShearY());
    }

    private double dpiDown() {
        return pixels(COSName.HEIGHT) * POINTS_PER_INCH / Math.hypot(place.getShearX(), place.getScaleY());
    }

    private int pixels(COSName side) {
        return image.map(stream -> stream.getInt(side, 0)).orElse(0);
    }

    /** {@return the resolution of the image on the page; 0 where there is none} */
    double dpi() {
        return image.isPresent() ? Math.max(dpiAcross(), dpiDown()) : 0;
    }
}
