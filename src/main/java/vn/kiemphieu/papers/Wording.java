package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kiemphieu.count.Band;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.Person;
import vn.kiemphieu.ruling.Consequence.Spoils;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.words.Texts;

/**
 * What several papers say in the same words. Always Vietnamese, whatever language the program speaks: the papers are
 * Vietnamese by law.
 */
final class Wording {

    /** Sentences that the program says on the screen, too. */
    private static final Texts WORDS = Texts.VIETNAMESE;

    private Wording() {}

    static String say(String key, Object... values) {
        return WORDS.say(key, values);
    }

    /** {@return the number in figures and words. Below ten it takes a zero, so that nobody puts a digit before it} */
    static String said(int number) {
        String figures = number > 0 && number < 10 ? "0" + number : String.valueOf(number);
        return "%s (%s)".formatted(figures, NumberWords.of(number));
    }

    static String said(OptionalInt number) {
        return number.isPresent() ? said(number.getAsInt()) : WORDS.say("papers.unknown");
    }

    static String named(Person person) {
        return person.role().isEmpty() ? person.name() : person.name() + ", " + person.role();
    }

    /** {@return summoned, present and absent, and whether they are two thirds, with the two products compared} */
    static String attendance(Attendance attendance) {
        OptionalInt summoned = attendance.summoned();
        OptionalInt present = attendance.present();
        String numbers = "Số người được triệu tập: %s người; có mặt: %s người; vắng mặt: %s người. "
                .formatted(said(summoned), said(present), said(absent(attendance)));
        if (summoned.isEmpty() || present.isEmpty()) {
            return numbers + WORDS.say("papers.quorum-unknown");
        }
        return numbers
                + WORDS.say(
                        attendance.quorum() ? "papers.quorum-met" : "papers.quorum-missed",
                        String.valueOf(3 * present.getAsInt()),
                        String.valueOf(2 * summoned.getAsInt()),
                        String.valueOf(present.getAsInt()),
                        String.valueOf(summoned.getAsInt()));
    }

    private static OptionalInt absent(Attendance attendance) {
        return attendance.summoned().isPresent() && attendance.present().isPresent()
                ? OptionalInt.of(
                        attendance.summoned().getAsInt() - attendance.present().getAsInt())
                : OptionalInt.empty();
    }

    static List<String> open(Books books) {
        return books.open().stream()
                .map(line -> WORDS.say(line.key(), line.values()))
                .toList();
    }

    /** {@return what percentages are on} */
    static String base(Tally tally) {
        return WORDS.say(
                tally.collected().isPresent() ? "papers.base-collected" : "papers.base-scanned",
                String.valueOf(tally.base()));
    }

    static String fault(Fault fault) {
        return WORDS.say("papers.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** {@return how many invalid ballots have each fault that can make a ballot invalid by these rules} */
    static List<String> invalidByFault(Tally tally) {
        RuleProfile profile = RuleProfile.named(tally.rules());
        // A faint mark on a ballot with a struck name is no reason for it.
        Set<Fault> spoiling = EnumSet.allOf(Fault.class).stream()
                .filter(profile.consequences()::containsKey)
                .filter(fault -> profile.of(fault).spoils() != Spoils.PERSON)
                .collect(Collectors.toSet());
        int told = spoiling.stream()
                .mapToInt(fault -> tally.invalidBy().getOrDefault(fault, 0))
                .sum();
        // People may hold a ballot invalid for what the machine never judges; then every reason is told.
        return byFault(
                tally.invalidBy(), tally.invalid(), told < tally.invalid() ? EnumSet.allOf(Fault.class) : spoiling);
    }

    static List<String> reviewByFault(Tally tally) {
        return byFault(tally.reviewBy(), tally.inReview(), EnumSet.allOf(Fault.class));
    }

    private static List<String> byFault(Map<Fault, Integer> byFault, int ballots, Set<Fault> told) {
        List<String> lines = new ArrayList<>();
        int sum = 0;
        for (Fault fault : Fault.values()) {
            Integer number = byFault.get(fault);
            if (number != null && told.contains(fault)) {
                lines.add("- %s: %s phiếu.".formatted(fault(fault), said(number)));
                sum += number;
            }
        }
        if (sum > ballots) {
            lines.add("(" + WORDS.say("papers.one-may-have-several") + ".)");
        }
        return lines;
    }

    static List<String> bands(Tally tally) {
        List<String> lines = new ArrayList<>();
        for (Band band : List.of(Band.TWO_THIRDS, Band.OVER_HALF)) {
            String names = tally.officials().stream()
                    .filter(official -> official.band() == band)
                    .map(official -> official.official().name())
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                lines.add(
                        WORDS.say(band == Band.TWO_THIRDS ? "papers.band-two-thirds" : "papers.band-over-half", names));
            }
        }
        return lines;
    }
}
