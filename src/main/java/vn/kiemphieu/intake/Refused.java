package vn.kiemphieu.intake;

/** Carries a refusal up from the depth of a file format. Never leaves this room: {@link Intake} gives it as a value. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    Refused(Reason reason, Object... figures) {
        super(reason.name(), null, false, false);
        this.refusal = Refusal.of(reason, figures);
    }

    Refusal refusal() {
        return refusal;
    }
}
