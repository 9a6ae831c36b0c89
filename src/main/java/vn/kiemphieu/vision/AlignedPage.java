package vn.kiemphieu.vision;

import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Fit;

/**
 * A straightened page: every pixel lies where the form has it, at {@link FormTemplate#PIXELS_PER_MM}.
 *
 * <p>{@code dark} is darkness against the paper around (0 paper, 255 black); {@code onSheet} is 255 where the scan shows
 * something at all; {@code colour} is there only for scans that carry colour.
 */
final class AlignedPage implements Aligned {

    final FormTemplate template;
    final Mat dark;
    final Mat onSheet;
    final Mat straight;
    private final Fit fit;
    private final boolean bilevel;

    AlignedPage(FormTemplate template, Mat dark, Mat onSheet, Mat straight, boolean bilevel, Fit fit) {
        this.template = template;
        this.dark = dark;
        this.onSheet = onSheet;
        this.straight = straight;
        this.bilevel = bilevel;
        this.fit = fit;
    }

    /** {@return the straightened page in colour, or null where the scan is grey or black and white} */
    @Nullable
    Mat colour() {
        return straight.type() == CvType.CV_8UC3 ? straight : null;
    }

    /** {@return whether the scanner left only black and white} */
    boolean bilevel() {
        return bilevel;
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
        MatOfByte png = new MatOfByte();
        Imgcodecs.imencode(".png", straight, png);
        byte[] bytes = png.toArray();
        OpenCv.release(png);
        return bytes;
    }

    @Override
    public byte[] jpeg(int widthPx) {
        return ScanView.jpeg(straight, widthPx);
    }

    @Override
    public void close() {
        OpenCv.release(dark);
        OpenCv.release(onSheet);
        OpenCv.release(straight);
    }
}
