package vn.kiemphieu.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One vote on one day: who is voted on, by whom, by which rules. A meeting that exists contradicts itself nowhere;
 * what contradicts itself is told line by line where the file is read.
 *
 * @param basis the documents that the vote rests on, one a line on the minutes
 * @param rules the id of a rule profile, see {@code docs/rules.md}
 * @param officials in the order printed on the ballot; rows are numbered from 1 by it
 */
public record Meeting(
        String title,
        LocalDate date,
        String place,
        List<String> basis,
        Organisation organisation,
        Attendance attendance,
        BallotCounts ballots,
        String rules,
        List<Official> officials,
        List<Person> committee,
        Person chair,
        List<Person> observers) {

    public Meeting {
        basis = List.copyOf(basis);
        officials = List.copyOf(officials);
        committee = List.copyOf(committee);
        observers = List.copyOf(observers);
        if (officials.isEmpty()) {
            throw new IllegalArgumentException("A meeting needs at least one official");
        }
    }

    /** {@return the member of the committee whose role begins so, in small letters} */
    public Optional<Person> member(String role) {
        return committee.stream()
                .filter(person -> person.role().toLowerCase(Locale.ROOT).startsWith(role))
                .findFirst();
    }

    /** {@return the head of the counting committee (trưởng ban kiểm phiếu); the first member where no role says it} */
    public Person headOfCommittee() {
        return member("trưởng").orElse(committee.get(0));
    }
}
