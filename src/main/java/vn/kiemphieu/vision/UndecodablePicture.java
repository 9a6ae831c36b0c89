package vn.kiemphieu.vision;

/** The bytes of a picture are damaged. Intake has checked the frame of the file; this is about what lies inside. */
public final class UndecodablePicture extends Exception {

    private static final long serialVersionUID = 1;

    UndecodablePicture(String detail) {
        super(detail);
    }
}
