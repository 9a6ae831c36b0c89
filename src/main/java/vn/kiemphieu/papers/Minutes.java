package vn.kiemphieu.papers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.kiemphieu.count.Band;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.OfficialTally;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Person;
import vn.kiemphieu.ruling.Consequence.Spoils;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.words.Texts;

/**
 * The minutes of the count (biên bản kiểm phiếu) as a PDF. Always in Vietnamese, whatever language the program speaks;
 * BẢN NHÁP stands across every page, and the open lines of the books under the title, until all of them hold.
 */
public final class Minutes {

    private static final String TEMPLATE = "/paper-templates/minutes";

    /** The paper is Vietnamese by law; the English texts are for those who read the program's messages. */
    private static final Texts WORDS = Texts.VIETNAMESE;

    private Minutes() {}

    /** Writes the minutes, whole or not at all. {@return the file} */
    public static Path write(Meeting meeting, Tally tally, Books books, Path file) throws IOException {
        return AtomicFile.write(file, Typesetter.pdf(html(meeting, tally, books)));
    }

    static String html(Meeting meeting, Tally tally, Books books) {
        Map<String, Object> values = Letterhead.of(meeting, "BAN KIỂM PHIẾU");
        values.put("css", Template.read(TEMPLATE + ".css"));
        values.put("subject", Letterhead.whole(meeting));
        values.put("draft", books.balance() ? List.of() : List.of(Map.of("open", openLines(books))));
        values.put("basis", texts(meeting.basis()));
        values.put("rules", RuleProfile.named(tally.rules()).title());
        values.put("rules-id", tally.rules());
        putAttendance(values, meeting);
        values.put("figures", figures(tally, spoiling(tally.rules())));
        values.put("officials", tally.officials().stream().map(Minutes::row).toList());
        values.put(
                "base",
                WORDS.say(
                        tally.collected().isPresent() ? "papers.base-collected" : "papers.base-scanned",
                        String.valueOf(tally.base())));
        values.put("bands", bands(tally));
        values.put("signatures", signatures(meeting));
        return Template.fromJar(TEMPLATE + ".html").fill(values);
    }

    private static String openLines(Books books) {
        // The only list inside a part that may be left out, so it is filled by itself.
        return Template.of("{{#lines}}<li>{{text}}</li>{{/lines}}")
                .fill(Map.of(
                        "lines",
                        texts(books.open().stream()
                                .map(line -> WORDS.say(line.key(), line.values()))
                                .toList())));
    }

    private static void putAttendance(Map<String, Object> values, Meeting meeting) {
        boolean known = meeting.attendance().summoned().isPresent()
                && meeting.attendance().present().isPresent();
        values.put("summoned", words(meeting.attendance().summoned()));
        values.put("present", words(meeting.attendance().present()));
        values.put(
                "quorum",
                WORDS.say(
                        !known
                                ? "papers.quorum-unknown"
                                : meeting.attendance().quorum() ? "papers.quorum-met" : "papers.quorum-missed"));
        values.put("chair", named(meeting.chair()));
        values.put("committee-size", String.valueOf(meeting.committee().size()));
        values.put(
                "committee",
                IntStream.range(0, meeting.committee().size())
                        .mapToObj(i -> Map.of(
                                "number", String.valueOf(i + 1),
                                "text", named(meeting.committee().get(i))))
                        .toList());
        values.put(
                "observers",
                meeting.observers().isEmpty()
                        ? List.of()
                        : texts(List.of(
                                meeting.observers().stream().map(Minutes::named).collect(Collectors.joining("; ")))));
    }

    private static List<Map<String, String>> figures(Tally tally, Set<Fault> spoiling) {
        List<Map<String, String>> figures = new ArrayList<>();
        figures.add(figure("", WORDS.say("papers.issued"), words(tally.ballots().issued())));
        if (tally.ballots().exchanged() > 0) {
            figures.add(figure(
                    "",
                    WORDS.say("papers.exchanged"),
                    String.valueOf(tally.ballots().exchanged())));
        }
        figures.add(
                figure("", WORDS.say("papers.collected"), words(tally.ballots().collected())));
        figures.add(figure("", WORDS.say("papers.scanned"), String.valueOf(tally.scanned())));
        String valid = tally.voidRows() == 0
                ? WORDS.say("papers.valid")
                : WORDS.say("papers.valid-with-void-rows", String.valueOf(tally.voidRows()));
        figures.add(figure("", valid, String.valueOf(tally.valid())));
        figures.add(figure("", WORDS.say("papers.invalid"), String.valueOf(tally.invalid())));
        figures.addAll(byFault(tally.invalidBy(), tally.invalid(), spoiling));
        if (tally.inReview() > 0) {
            figures.add(figure("", WORDS.say("papers.in-review"), String.valueOf(tally.inReview())));
            figures.addAll(byFault(tally.reviewBy(), tally.inReview(), EnumSet.allOf(Fault.class)));
        }
        return figures;
    }

    /** The faults that can make a ballot invalid by these rules. A faint mark on a struck ballot is no reason for it. */
    private static Set<Fault> spoiling(String rules) {
        RuleProfile profile = RuleProfile.named(rules);
        return EnumSet.allOf(Fault.class).stream()
                .filter(profile.consequences()::containsKey)
                .filter(fault -> profile.of(fault).spoils() != Spoils.PERSON)
                .collect(Collectors.toSet());
    }

    private static List<Map<String, String>> byFault(Map<Fault, Integer> byFault, int ballots, Set<Fault> told) {
        List<Map<String, String>> figures = new ArrayList<>();
        int sum = 0;
        for (Fault fault : Fault.values()) {
            Integer number = byFault.get(fault);
            if (number != null && told.contains(fault)) {
                String key =
                        "papers.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
                figures.add(figure("part", "- " + WORDS.say(key), String.valueOf(number)));
                sum += number;
            }
        }
        if (sum > ballots) {
            figures.add(figure("part hint", "(" + WORDS.say("papers.one-may-have-several") + ")", ""));
        }
        return figures;
    }

    private static Map<String, String> figure(String style, String label, String number) {
        return Map.of("class", style, "label", label, "number", number);
    }

    private static Map<String, String> row(OfficialTally tally) {
        return Map.ofEntries(
                Map.entry("number", String.valueOf(tally.number())),
                Map.entry("name", tally.official().name()),
                Map.entry("position", tally.official().position()),
                Map.entry("high", String.valueOf(tally.high())),
                Map.entry("high-share", tally.share(Level.HIGH).withComma()),
                Map.entry("confidence", String.valueOf(tally.confidence())),
                Map.entry("confidence-share", tally.share(Level.CONFIDENCE).withComma()),
                Map.entry("low", String.valueOf(tally.low())),
                Map.entry("low-share", tally.share(Level.LOW).withComma()),
                Map.entry("invalid", String.valueOf(tally.invalid())));
    }

    private static List<Map<String, String>> bands(Tally tally) {
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
        return texts(lines);
    }

    /** The secretary, the head of the committee, the chair: told from the committee by what it says of their roles. */
    private static List<Map<String, String>> signatures(Meeting meeting) {
        List<Map<String, String>> signatures = new ArrayList<>();
        member(meeting, "thư ký").ifPresent(p -> signatures.add(signature("papers.sign-secretary", p)));
        Person head = member(meeting, "trưởng").orElse(meeting.committee().get(0));
        signatures.add(signature("papers.sign-head", head));
        signatures.add(signature("papers.sign-chair", meeting.chair()));
        return signatures;
    }

    private static Optional<Person> member(Meeting meeting, String role) {
        return meeting.committee().stream()
                .filter(p -> p.role().toLowerCase(Locale.ROOT).startsWith(role))
                .findFirst();
    }

    private static Map<String, String> signature(String role, Person person) {
        return Map.of("role", WORDS.say(role), "name", person.name());
    }

    private static String named(Person person) {
        return person.role().isEmpty() ? person.name() : person.name() + ", " + person.role();
    }

    private static List<Map<String, String>> texts(List<String> lines) {
        return lines.stream().map(line -> Map.of("text", line)).toList();
    }

    private static String words(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : WORDS.say("papers.unknown");
    }
}
