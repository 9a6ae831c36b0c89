package vn.kiemphieu.review;

/** Asked for something that needs the meeting and its form, before they are there. The page says what to do first. */
final class NotPrepared extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotPrepared() {
        super("First the meeting, then the form");
    }
}
