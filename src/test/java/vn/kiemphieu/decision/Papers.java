package vn.kiemphieu.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Shape;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.RowRuling.RowStatus;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

/** Ballots of two rows, and a trail that grows by short words: {@code answers("hoa", ballot, marked(HIGH, LOW))}. */
final class Papers {

    static final RuleProfile STRICT = RuleProfile.named("kh-bdt-2023");
    static final RuleProfile BY_ROW = RuleProfile.named("qd-96");

    private final List<Subject> subjects = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final RuleProfile profile;

    Papers(RuleProfile profile) {
        this.profile = profile;
    }

    /** A ballot whose second row nobody can read but a person. */
    Subject doubtful(String name) {
        return put(subject(
                name,
                "paper",
                Status.REVIEW,
                Set.of(Fault.NOT_AN_X),
                List.of(row(1, Mark.Kind.CROSS), row(2, Mark.Kind.UNCLEAR))));
    }

    /** A ballot that the machine proposes as invalid: its second row is bare. */
    Subject bare(String name) {
        return put(subject(
                name,
                "paper",
                Status.INVALID,
                Set.of(Fault.NO_MARK),
                List.of(row(1, Mark.Kind.CROSS), row(2, Mark.Kind.EMPTY))));
    }

    /** A ballot that the machine counts: high in both rows. */
    Subject certain(String name) {
        return put(subject(
                name, "paper", Status.COUNTED, Set.of(), List.of(row(1, Mark.Kind.CROSS), row(2, Mark.Kind.CROSS))));
    }

    /** A page that could not be laid over the form. */
    Subject unread(String name) {
        return put(subject(name, "paper", Status.REVIEW, Set.of(Fault.NOT_REGISTERED), List.of()));
    }

    private Subject put(Subject subject) {
        subjects.add(subject);
        return subject;
    }

    static Subject subject(String name, String paper, Status status, Set<Fault> faults, List<RowReading> rows) {
        List<RowRuling> ruled = rows.stream().map(row -> ruled(row, status)).toList();
        Ruling ruling = new Ruling(List.of(new PageId(name + ".png", 1)), status, faults, ruled, 0.5);
        return Subject.of(name, List.of(paper), ruling, rows, 2);
    }

    private static RowRuling ruled(RowReading row, Status status) {
        return switch (status) {
            case COUNTED -> new RowRuling(row.official(), RowStatus.COUNTED, Optional.of(Level.HIGH), Set.of());
            case INVALID, EXCLUDED -> new RowRuling(row.official(), RowStatus.VOID, Optional.empty(), Set.of());
            case REVIEW -> new RowRuling(row.official(), RowStatus.REVIEW, Optional.empty(), Set.of());
        };
    }

    /** A row with that mark under high and nothing else. */
    static RowReading row(int official, Mark.Kind high) {
        Map<Level, Mark> marks = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            Mark.Kind kind = level == Level.HIGH ? high : Mark.Kind.EMPTY;
            marks.put(level, new Mark(kind, kind == Mark.Kind.UNCLEAR ? Shape.TICK : Shape.X, 1, 0, Optional.empty()));
        }
        return new RowReading(official, marks);
    }

    Entry answers(String member, Subject subject, Answer answer) {
        return add(member, Role.MEMBER, new Deed.Answered(subject.ballot(), subject.reference(), answer, ""));
    }

    Entry decides(String chair, Subject subject, Answer answer, String why) {
        return add(chair, Role.CHAIR, new Deed.Decided(subject.ballot(), subject.reference(), answer, why));
    }

    Entry add(String by, Role role, Deed deed) {
        Entry entry = new Entry(entries.size() + 1, Instant.EPOCH, by, role, deed);
        entries.add(entry);
        return entry;
    }

    Docket docket() {
        return Docket.of(subjects, entries, profile);
    }

    Settlement settlement() {
        return Settlement.of(docket());
    }

    Review review() {
        return Review.of(docket(), settlement(), "f".repeat(64));
    }

    List<Subject> subjects() {
        return subjects;
    }

    List<Entry> entries() {
        return entries;
    }

    static Answer marked(RowAnswer first, RowAnswer second) {
        return new Answer.AsMarked(Map.of(1, first, 2, second));
    }

    static Answer second(RowAnswer row) {
        return new Answer.AsMarked(Map.of(2, row));
    }
}
