package vn.kiemphieu.decision;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.decision.Standing.State;
import vn.kiemphieu.ruling.Fault;

/** Why something that somebody wants to do at the desk is not taken. Nothing is written down then. */
public enum Objection {
    /** This role may not do it. */
    ROLE,
    /** There is no such ballot any more. */
    NO_SUCH_BALLOT,
    /** The ballot was read anew in the meantime, so the answer was about something else. */
    READ_ANEW,
    /** The machine counted it and nobody has sent it to people. */
    NOT_ASKED,
    /** Others have settled it in the meantime. */
    SETTLED,
    /** It is the chair's turn. */
    WITH_THE_CHAIR,
    /** It is the members' turn. */
    WITH_THE_MEMBERS,
    /** This member has answered already. */
    ANSWERED,
    /** A row that was asked about has no answer, or there is no such row. */
    ROWS_MISSING,
    /** No such reason, or no such other ballot. */
    WRONG_ANSWER,
    /** There is nothing of one's own to take back, or it is too late. */
    NOTHING_TO_UNDO;

    /** {@return the key of its sentence in the texts} */
    public String textKey() {
        return "decision.objection." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what stands against that answer of a member; empty where it may be taken} */
    public static Optional<Objection> toAnswer(
            Docket docket, String ballot, String reference, String member, Role role, Answer answer) {
        if (!role.answers()) {
            return Optional.of(ROLE);
        }
        return toSubject(docket, ballot, reference).or(() -> {
            Subject subject = docket.subject(ballot).orElseThrow();
            Standing standing = docket.standing(subject);
            if (standing.of(member).isPresent()) {
                return Optional.of(ANSWERED);
            }
            return switch (standing.state()) {
                case SETTLED -> Optional.of(SETTLED);
                case CHAIR -> Optional.of(WITH_THE_CHAIR);
                case MEMBERS -> toContent(docket, subject, answer);
            };
        });
    }

    /** {@return what stands against that decision of the chair; empty where it may be taken} */
    public static Optional<Objection> toDecision(
            Docket docket, String ballot, String reference, Role role, Answer answer) {
        if (!role.decides()) {
            return Optional.of(ROLE);
        }
        return toSubject(docket, ballot, reference).or(() -> {
            Subject subject = docket.subject(ballot).orElseThrow();
            return switch (docket.standing(subject).state()) {
                case SETTLED -> Optional.of(SETTLED);
                case MEMBERS -> Optional.of(WITH_THE_MEMBERS);
                case CHAIR ->
                    answer instanceof Answer.CannotDecide
                            ? Optional.of(WRONG_ANSWER)
                            : toContent(docket, subject, answer);
            };
        });
    }

    private static Optional<Objection> toSubject(Docket docket, String ballot, String reference) {
        Optional<Subject> subject = docket.subject(ballot);
        if (subject.isEmpty()) {
            return Optional.of(NO_SUCH_BALLOT);
        }
        if (!subject.get().reference().equals(reference)) {
            return Optional.of(READ_ANEW);
        }
        return docket.needsPeople(subject.get()) ? Optional.empty() : Optional.of(NOT_ASKED);
    }

    private static Optional<Objection> toContent(Docket docket, Subject subject, Answer answer) {
        if (answer instanceof Answer.AsMarked marked) {
            Set<Integer> rows = marked.rows().keySet();
            boolean complete =
                    rows.containsAll(docket.asked(subject)) && subject.allRows().containsAll(rows);
            return complete ? Optional.empty() : Optional.of(ROWS_MISSING);
        }
        if (answer instanceof Answer.Invalid invalid) {
            Set<Fault> known = docket.profile().consequences().keySet();
            return known.containsAll(invalid.reasons()) ? Optional.empty() : Optional.of(WRONG_ANSWER);
        }
        if (answer instanceof Answer.DuplicateOf twin) {
            boolean another = !twin.ballot().equals(subject.ballot())
                    && docket.subject(twin.ballot()).isPresent();
            return another ? Optional.empty() : Optional.of(WRONG_ANSWER);
        }
        return Optional.empty();
    }

    /** {@return the last entry of that person that can still be taken back, or why there is none} */
    public static Optional<Entry> undoable(Docket docket, String person) {
        Optional<Entry> last = docket.entries().stream()
                .filter(entry -> entry.by().equals(person))
                .reduce((first, second) -> second)
                .filter(entry -> entry.deed() instanceof Deed.Answered || entry.deed() instanceof Deed.Decided);
        return last.filter(entry -> {
            Deed.OnBallot deed = (Deed.OnBallot) entry.deed();
            return docket.subject(deed.ballot())
                    .map(docket::standing)
                    .filter(standing -> stands(standing, entry))
                    .isPresent();
        });
    }

    /** What the chair has decided since, only the chair can take back. */
    private static boolean stands(Standing standing, Entry entry) {
        if (entry.deed() instanceof Deed.Decided) {
            return standing.chair().filter(entry::equals).isPresent();
        }
        boolean given =
                standing.answers().stream().anyMatch(answer -> answer.entry().equals(entry));
        boolean decided = standing.state() == State.SETTLED && standing.chair().isPresent();
        return given && !decided;
    }
}
