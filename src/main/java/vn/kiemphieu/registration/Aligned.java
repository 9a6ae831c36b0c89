package vn.kiemphieu.registration;

import vn.kiemphieu.form.FormPage;

/**
 * A page laid over its form: the image, straightened into the form's own coordinates. Holds native memory until closed.
 */
public interface Aligned extends AutoCloseable {

    FormPage formPage();

    Fit fit();

    /** Pixels per millimetre of the straightened image; the same both ways. */
    double pixelsPerMm();

    /** The straightened page as a colour PNG, for people. */
    byte[] png();

    /** The straightened page as a JPEG of that width, whole: a tenth of the time and size of {@link #png}. */
    byte[] jpeg(int widthPx);

    @Override
    void close();
}
