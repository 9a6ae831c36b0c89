package vn.kiemphieu.form;

import java.util.Optional;

/** What came of loading a saved form: the form, or the reason against it. Never both, never neither. */
public record FormReading(Optional<BallotForm> form, Optional<FormProblem> problem) {

    public FormReading {
        if (form.isPresent() == problem.isPresent()) {
            throw new IllegalArgumentException("A form and a problem, or neither");
        }
    }

    static FormReading of(BallotForm form) {
        return new FormReading(Optional.of(form), Optional.empty());
    }

    static FormReading refused(FormProblem.Kind kind, Object... details) {
        return new FormReading(Optional.empty(), Optional.of(new FormProblem(kind, details)));
    }
}
