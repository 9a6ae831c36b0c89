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

    @Override
    void close();
}
