package vn.kiemphieu.vision;

import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.reading.Survey.Depth;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Fit;

/**
 * A straightened page: every pixel lies where the form has it, at {@link FormTemplate#PIXELS_PER_MM}.
 *
 * <p>{@code dark} is darkness against the paper around (0 paper, 255 black); {@code onSheet} is 255 where the scan shows
 * something at all; {@code red} is by how much red light exceeds the others, and only there for scans that carry colour.
 */
final class AlignedPage implements Aligned {

    final FormTemplate template;
    final Mat dark;
    final Mat onSheet;
    final byte @Nullable [] red;
    private final LaidSheet sheet;
    private final Depth depth;
    private final Picture picture;
    private final double shrunk;
    final Deformation deformation;
    private final Fit fit;
    private boolean closed;

    /** @param shrunk by how much the picture was made smaller before the deformation was found on it */
    AlignedPage(
            FormTemplate template,
            LaidSheet sheet,
            byte @Nullable [] red,
            Picture picture,
            double shrunk,
            Depth depth,
            Deformation deformation,
            Fit fit) {
        this.template = template;
        this.sheet = sheet;
        this.dark = sheet.dark();
        this.onSheet = sheet.onSheet();
        this.red = red;
        this.picture = picture;
        this.shrunk = shrunk;
        this.depth = depth;
        this.deformation = deformation;
        this.fit = fit;
    }

    /** {@return {@link #dark} row by row; not to be changed} */
    byte[] samples() {
        return sheet.samples();
    }

    /** {@return {@link LaidSheet#TOLD} where darkness was taken pixel by pixel: elsewhere the scan was only seen to be bare} */
    byte[] toldSamples() {
        return sheet.toldSamples();
    }

    /** {@return the darkness of the scan's light alone, as {@link LaidSheet#darknessOfLight} has it} */
    double darknessOfLight(int x, int y) {
        return sheet.darknessOfLight(x, y);
    }

    Depth depth() {
        return depth;
    }

    /** {@return whether the scanner left only black and white} */
    boolean bilevel() {
        return depth == Depth.BILEVEL;
    }

    @Override
    public FormPage formPage() {
        return template.page;
    }

    @Override
    public Fit fit() {
        return fit;
    }

    @Override
    public double pixelsPerMm() {
        return FormTemplate.PIXELS_PER_MM;
    }

    @Override
    public byte[] png() {
        Mat straight = straight(template.widthPx);
        MatOfByte png = new MatOfByte();
        Imgcodecs.imencode(".png", straight, png);
        byte[] bytes = png.toArray();
        OpenCv.release(png);
        LentMats.giveBack(straight);
        return bytes;
    }

    @Override
    public byte[] jpeg(int widthPx) {
        Mat straight = straight(widthPx);
        byte[] jpeg = ScanView.jpeg(straight);
        LentMats.giveBack(straight);
        return jpeg;
    }

    /** Only pages that people look at are straightened whole and in colour, and no finer than they are shown. */
    private Mat straight(int widthPx) {
        double shown = (double) widthPx / template.widthPx;
        double pxOfPicture = deformation.scale() * shrunk / shown;
        int reduction = pxOfPicture >= 4 ? 4 : pxOfPicture >= 2 ? 2 : 1;
        Mat scan = decoded(reduction);
        Size size = new Size(widthPx, Math.round(template.heightPx * shown));
        Mat straight = deformation.straightened(scan, size, shrunk / reduction);
        OpenCv.release(scan);
        return straight;
    }

    private Mat decoded(int reduction) {
        try {
            return depth == Depth.COLOUR
                    ? PictureDecoder.colour(picture, reduction)
                    : PictureDecoder.grey(picture, reduction);
        } catch (UndecodablePicture e) {
            throw new IllegalStateException("It was decoded a moment ago", e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        LentMats.giveBack(dark, onSheet);
        sheet.close();
        if (red != null) {
            LentSamples.giveBack(red);
        }
    }
}
