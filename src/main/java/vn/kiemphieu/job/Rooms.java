package vn.kiemphieu.job;

import java.util.function.Function;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.intake.Arrival;
import vn.kiemphieu.intake.Arrival.Arrived;
import vn.kiemphieu.intake.Arrival.TurnedAway;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registrar;
import vn.kiemphieu.ruling.Joiner;
import vn.kiemphieu.ruling.RuleBook;
import vn.kiemphieu.ruling.RuleProfile;

/**
 * The rooms of one meeting, joined.
 *
 * @param sideBySide how many of its pages are worked on at a time, by the count and by the desk together
 * @param basis what pages are read against, as a SHA-256: readings against another form are other readings
 * @param formSha256 the form alone: a newer program reads the same paper, and people's decisions are about the paper
 */
record Rooms(
        BallotForm form,
        Intake intake,
        Registrar registrar,
        Function<Aligned, Sheet> reader,
        Joiner joiner,
        RuleBook rules,
        SideBySide sideBySide,
        String basis,
        String formSha256) {

    /**
     * {@return a page that was taken in before}
     *
     * @throws CountingTrouble where the scan is no longer what was counted, or memory is wanting
     */
    Page page(PageId id) throws CountingTrouble {
        Arrival arrival = intake.load(id);
        if (arrival instanceof Arrived arrived) {
            return arrived.page();
        }
        throw switch (((TurnedAway) arrival).refusal().reason()) {
            case OUT_OF_MEMORY, TOO_HEAVY -> new CountingTrouble(Kind.OUT_OF_MEMORY, id);
            default -> new CountingTrouble(Kind.SCAN_CHANGED, id.scan());
        };
    }

    /** {@return the same rooms, ruling by that profile} */
    Rooms under(RuleProfile profile) {
        return new Rooms(
                form, intake, registrar, reader, joiner, new RuleBook(profile, form), sideBySide, basis, formSha256);
    }
}
