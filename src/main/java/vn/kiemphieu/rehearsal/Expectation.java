package vn.kiemphieu.rehearsal;

import java.util.Set;
import vn.kiemphieu.ruling.Status;

/** What the count must make of a ballot. Ordered from harmless to grave: of two faults the graver one decides. */
public enum Expectation {
    /** Countable; anything else is needless work for people. */
    COUNTED(Set.of(Status.COUNTED)),
    /** Hard to see: counted rightly or left to a person, both are right. */
    COUNTED_OR_REVIEW(Set.of(Status.COUNTED, Status.REVIEW)),
    /** A person decides. Proposed as invalid it waits for a person, too. */
    REVIEW(Set.of(Status.REVIEW, Status.INVALID)),
    /** Broken by a rule; left to a person it is safe as well. */
    INVALID(Set.of(Status.INVALID, Status.REVIEW)),
    /** No ballot at all. */
    EXCLUDED(Set.of(Status.EXCLUDED));

    private final Set<Status> right;

    Expectation(Set<Status> right) {
        this.right = right;
    }

    public boolean allows(Status status) {
        return right.contains(status);
    }

    public boolean countable() {
        return right.contains(Status.COUNTED);
    }

    Expectation or(Expectation other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
