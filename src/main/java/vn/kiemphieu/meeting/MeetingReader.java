package vn.kiemphieu.meeting;

import static vn.kiemphieu.meeting.MeetingProblem.Kind.BAD_DATE;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.COLLECTED_OVER_ISSUED;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.DOUBLED_MEMBER;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.DOUBLED_OFFICIAL;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.ISSUED_OVER_PRESENT;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.NO_COMMITTEE;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.NO_OFFICIALS;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.PRESENT_OVER_SUMMONED;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.TOO_MANY_OFFICIALS;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.UNKNOWN_BODY;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.UNKNOWN_RULES;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;

/** Makes a meeting of a tree of nodes, noting on the way everything that contradicts. Used once for each file. */
final class MeetingReader {

    /** As many as the widest ballots in use list, with room: the Quốc hội's vote of 2023 had 44. */
    private static final int MOST_OFFICIALS = 60;

    /** Longer names than this do not fit the name cell of a ballot in three lines. */
    private static final int LONGEST_NAME = 80;

    /** Positions can be long ("Phó Bí thư Thường trực Đảng ủy, Phó Chủ tịch …"), but have to fit their cell. */
    private static final int LONGEST_POSITION = 160;

    private static final int LONGEST_LINE = 400;

    private static final List<String> TOP = List.of(
            "meeting",
            "organisation",
            "attendance",
            "ballots",
            "rules",
            "officials",
            "committee",
            "chair",
            "observers");

    private final Set<String> knownRules;
    private final List<MeetingProblem> problems = new ArrayList<>();

    MeetingReader(Set<String> knownRules) {
        this.knownRules = knownRules;
    }

    MeetingReading read(Node root) {
        Entries top = new Entries(root, TOP, problems);
        Optional<Entries> about = part(top, "meeting", "title", "date", "place", "basis");
        String title = about.map(e -> e.text("title", LONGEST_LINE)).orElse("");
        LocalDate date = about.map(this::date).orElse(LocalDate.EPOCH);
        String place = about.map(e -> e.text("place", LONGEST_NAME)).orElse("");
        List<String> basis = about.map(e -> e.texts("basis", LONGEST_LINE)).orElse(List.of());
        Organisation organisation = organisation(top);
        Attendance attendance = attendance(top);
        BallotCounts ballots = ballots(top, attendance);
        String rules = rules(top);
        List<Official> officials = officials(top);
        List<Person> committee = committee(top);
        Optional<Person> chair = top.required("chair").flatMap(this::person);
        List<Person> observers =
                top.list("observers").stream().flatMap(n -> person(n).stream()).toList();
        if (!problems.isEmpty() || chair.isEmpty()) {
            problems.sort(Comparator.comparingInt(MeetingProblem::line));
            return new MeetingReading(Optional.empty(), problems);
        }
        return new MeetingReading(
                Optional.of(new Meeting(
                        title,
                        date,
                        place,
                        basis,
                        organisation,
                        attendance,
                        ballots,
                        rules,
                        officials,
                        committee,
                        chair.get(),
                        observers)),
                List.of());
    }

    private Optional<Entries> part(Entries top, String key, String... known) {
        return top.required(key).map(node -> new Entries(node, List.of(known), problems));
    }

    private LocalDate date(Entries about) {
        String text = about.text("date", LONGEST_LINE);
        try {
            LocalDate date = LocalDate.parse(text);
            // A slip of the finger in the year is likelier than a vote in another century.
            if (date.getYear() >= 2000 && date.getYear() < 2100) {
                return date;
            }
        } catch (DateTimeException e) {
            // Noted below, like a year that cannot be meant.
        }
        if (!text.isEmpty()) {
            problems.add(new MeetingProblem(about.lineOf("date"), BAD_DATE, text));
        }
        return LocalDate.EPOCH;
    }

    private Organisation organisation(Entries top) {
        Optional<Entries> part = part(top, "organisation", "superior", "name", "kind");
        return new Organisation(
                part.map(e -> e.optionalText("superior", LONGEST_POSITION)).orElse(""),
                part.map(e -> e.text("name", LONGEST_POSITION)).orElse(""),
                part.map(this::body).orElse(Organisation.Kind.STATE));
    }

    private Organisation.Kind body(Entries organisation) {
        String kind = organisation.text("kind", LONGEST_LINE);
        if (!kind.isEmpty() && !kind.equals("state") && !kind.equals("party")) {
            problems.add(new MeetingProblem(organisation.lineOf("kind"), UNKNOWN_BODY, kind));
        }
        return kind.equals("party") ? Organisation.Kind.PARTY : Organisation.Kind.STATE;
    }

    private Attendance attendance(Entries top) {
        if (!top.has("attendance")) {
            return new Attendance(OptionalInt.empty(), OptionalInt.empty());
        }
        Entries part = part(top, "attendance", "summoned", "present").orElseThrow();
        Attendance attendance = new Attendance(part.number("summoned"), part.number("present"));
        noteIfOver(part, "present", attendance.present(), attendance.summoned(), PRESENT_OVER_SUMMONED);
        return attendance;
    }

    private BallotCounts ballots(Entries top, Attendance attendance) {
        if (!top.has("ballots")) {
            return new BallotCounts(OptionalInt.empty(), OptionalInt.empty(), 0);
        }
        Entries part = part(top, "ballots", "issued", "collected", "exchanged").orElseThrow();
        BallotCounts ballots = new BallotCounts(
                part.number("issued"),
                part.number("collected"),
                part.number("exchanged").orElse(0));
        noteIfOver(part, "collected", ballots.collected(), ballots.issued(), COLLECTED_OVER_ISSUED);
        attendance
                .present()
                .ifPresent(present -> noteIfOver(
                        part,
                        "issued",
                        ballots.issued(),
                        OptionalInt.of(present + ballots.exchanged()),
                        ISSUED_OVER_PRESENT));
        return ballots;
    }

    private void noteIfOver(Entries part, String key, OptionalInt figure, OptionalInt limit, MeetingProblem.Kind kind) {
        if (figure.isPresent() && limit.isPresent() && figure.getAsInt() > limit.getAsInt()) {
            problems.add(new MeetingProblem(part.lineOf(key), kind, figure.getAsInt(), limit.getAsInt()));
        }
    }

    private String rules(Entries top) {
        String rules = top.text("rules", LONGEST_LINE);
        if (!rules.isEmpty() && !knownRules.contains(rules)) {
            String known = String.join(", ", new TreeSet<>(knownRules));
            problems.add(new MeetingProblem(top.lineOf("rules"), UNKNOWN_RULES, rules, known));
        }
        return rules;
    }

    private List<Official> officials(Entries top) {
        List<Node> nodes = top.listOfSome("officials", NO_OFFICIALS);
        if (nodes.size() > MOST_OFFICIALS) {
            problems.add(new MeetingProblem(top.lineOf("officials"), TOO_MANY_OFFICIALS, nodes.size(), MOST_OFFICIALS));
        }
        List<Official> officials = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Node node : nodes) {
            Entries entries = new Entries(node, List.of("name", "position"), problems);
            String name = entries.text("name", LONGEST_NAME);
            String position = entries.optionalText("position", LONGEST_POSITION);
            noteIfSeen(seen, name, entries.lineOf("name"), DOUBLED_OFFICIAL);
            if (!name.isEmpty()) {
                officials.add(new Official(name, position));
            }
        }
        return officials;
    }

    private List<Person> committee(Entries top) {
        List<Node> nodes = top.listOfSome("committee", NO_COMMITTEE);
        List<Person> committee = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Node node : nodes) {
            person(node).ifPresent(person -> {
                noteIfSeen(seen, person.name(), Entries.lineOf(node), DOUBLED_MEMBER);
                committee.add(person);
            });
        }
        return committee;
    }

    private Optional<Person> person(Node node) {
        Entries entries = new Entries(node, List.of("name", "role"), problems);
        String name = entries.text("name", LONGEST_NAME);
        String role = entries.optionalText("role", LONGEST_POSITION);
        return name.isEmpty() ? Optional.empty() : Optional.of(new Person(name, role));
    }

    private void noteIfSeen(Map<String, Integer> seen, String name, int line, MeetingProblem.Kind kind) {
        // NGUYỄN VĂN AN and Nguyễn Văn An are one name to whoever reads the minutes.
        Integer before = name.isEmpty() ? null : seen.putIfAbsent(name.toLowerCase(Locale.ROOT), line);
        if (before != null) {
            problems.add(new MeetingProblem(line, kind, name, before));
        }
    }
}
