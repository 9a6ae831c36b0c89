package vn.kiemphieu.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Whether the count's books balance, line by line. Every line has to hold before anything may be called final; a line
 * whose figure nobody has entered yet does not hold.
 */
public record Books(List<Line> lines) {

    /** What is compared. Each has one sentence in every language. */
    public enum Check {
        /** Collected ≤ issued. */
        COLLECTED_WITHIN_ISSUED,
        /** Issued ≤ present + exchanged. */
        ISSUED_WITHIN_PRESENT,
        /** Ballots scanned = ballots collected: none left in the box, none scanned twice. */
        SCANNED_IS_COLLECTED,
        /** Every page image that came in stands in exactly one ruling. */
        EVERY_PAGE_ONE_LINE,
        /** For each official, high + confidence + low + invalid = collected. The figure shown is the first that is not. */
        ROWS_ADD_UP,
        /** Ballots that wait for a person: none. */
        NOTHING_IN_REVIEW,
        /** Ballots that the machine proposes as invalid and the committee has not confirmed: none. */
        INVALID_CONFIRMED
    }

    /** Whether a line holds. */
    public enum State {
        HOLDS,
        FAILS,
        /** One of its figures is not known yet. */
        UNKNOWN
    }

    /**
     * One line of the books.
     *
     * @param figure what was found
     * @param against what it is compared with
     */
    public record Line(Check check, State state, OptionalInt figure, OptionalInt against) {

        /** {@return the key of its sentence in the texts} */
        public String key() {
            boolean scans = check == Check.SCANNED_IS_COLLECTED && state == State.FAILS;
            String line = "count.%s.%s".formatted(check, scans ? direction() : state);
            return line.toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** A ballot too few is looked for elsewhere than one too many. */
        private String direction() {
            return figure.orElseThrow() < against.orElseThrow() ? "missing" : "over";
        }

        /** {@return what the sentence's placeholders stand for} */
        public Object[] values() {
            return new Object[] {words(figure), words(against), words(difference())};
        }

        private OptionalInt difference() {
            return figure.isPresent() && against.isPresent()
                    ? OptionalInt.of(Math.abs(figure.getAsInt() - against.getAsInt()))
                    : OptionalInt.empty();
        }

        private static String words(OptionalInt number) {
            return number.isPresent() ? String.valueOf(number.getAsInt()) : "?";
        }
    }

    public Books {
        lines = List.copyOf(lines);
        if (lines.size() != Check.values().length) {
            throw new IllegalArgumentException("Only %d lines".formatted(lines.size()));
        }
    }

    /**
     * Checks the tally.
     *
     * @param pagesIn how many page images came in, as intake counted them: the one figure that the rulings cannot know
     */
    public static Books of(Tally tally, int pagesIn) {
        OptionalInt collected = tally.ballots().collected();
        OptionalInt issued = tally.ballots().issued();
        OptionalInt allowed = tally.attendance().present().isPresent()
                ? OptionalInt.of(tally.attendance().present().getAsInt()
                        + tally.ballots().exchanged())
                : OptionalInt.empty();
        List<Line> lines = new ArrayList<>();
        lines.add(atMost(Check.COLLECTED_WITHIN_ISSUED, collected, issued));
        lines.add(atMost(Check.ISSUED_WITHIN_PRESENT, issued, allowed));
        lines.add(same(Check.SCANNED_IS_COLLECTED, tally.scanned(), collected));
        lines.add(pages(tally, pagesIn));
        lines.add(rows(tally, collected));
        lines.add(same(Check.NOTHING_IN_REVIEW, tally.inReview(), OptionalInt.of(0)));
        lines.add(same(Check.INVALID_CONFIRMED, tally.invalid() - tally.confirmed(), OptionalInt.of(0)));
        return new Books(lines);
    }

    /** {@return whether the count may be called final} */
    public boolean balance() {
        return open().isEmpty();
    }

    /** {@return the lines that do not hold, or cannot be checked yet} */
    public List<Line> open() {
        return lines.stream().filter(line -> line.state() != State.HOLDS).toList();
    }

    private static Line pages(Tally tally, int pagesIn) {
        Line line = same(Check.EVERY_PAGE_ONE_LINE, tally.pages(), OptionalInt.of(pagesIn));
        // One page ruled on twice and another never would give the right sum.
        return tally.doubledPages() == 0 ? line : new Line(line.check(), State.FAILS, line.figure(), line.against());
    }

    private static Line rows(Tally tally, OptionalInt collected) {
        int first = tally.officials().get(0).decided();
        IntStream decided = tally.officials().stream().mapToInt(OfficialTally::decided);
        int odd = decided.filter(d -> collected.isPresent() && d != collected.getAsInt())
                .findFirst()
                .orElse(first);
        return same(Check.ROWS_ADD_UP, odd, collected);
    }

    private static Line atMost(Check check, OptionalInt figure, OptionalInt limit) {
        if (figure.isEmpty() || limit.isEmpty()) {
            return new Line(check, State.UNKNOWN, figure, limit);
        }
        State state = figure.getAsInt() <= limit.getAsInt() ? State.HOLDS : State.FAILS;
        return new Line(check, state, figure, limit);
    }

    private static Line same(Check check, int figure, OptionalInt against) {
        if (against.isEmpty()) {
            return new Line(check, State.UNKNOWN, OptionalInt.of(figure), against);
        }
        State state = figure == against.getAsInt() ? State.HOLDS : State.FAILS;
        return new Line(check, state, OptionalInt.of(figure), against);
    }
}
