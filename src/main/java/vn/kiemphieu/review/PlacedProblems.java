package vn.kiemphieu.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.meeting.MeetingProblem;
import vn.kiemphieu.meeting.MeetingProblem.Kind;
import vn.kiemphieu.meeting.MeetingText.Written;
import vn.kiemphieu.words.Texts;

/** What is wrong with a meeting, beside the field that it is about. The sentences are those of the command line. */
final class PlacedProblems {

    /** Their sentences begin with the key that they are about. */
    private static final Set<Kind> NAMES_A_KEY = Set.of(
            Kind.EMPTY_VALUE, Kind.MISSING_KEY, Kind.TOO_LONG, Kind.NOT_A_NUMBER, Kind.NEGATIVE, Kind.NOT_A_TEXT);

    private final Map<String, List<String>> byPlace = new LinkedHashMap<>();

    private PlacedProblems() {}

    static PlacedProblems none() {
        return new PlacedProblems();
    }

    static PlacedProblems of(List<MeetingProblem> problems, Written written, Texts texts) {
        PlacedProblems placed = new PlacedProblems();
        for (MeetingProblem problem : problems) {
            String place = place(problem, written);
            placed.byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(sentence(problem, place, written, texts));
        }
        return placed;
    }

    private static String place(MeetingProblem problem, Written written) {
        String place = written.places().getOrDefault(problem.line(), "");
        if (place.equals("chair")) {
            return problem.details().contains("role") ? "chair/role" : "chair/name";
        }
        return place;
    }

    private static String sentence(MeetingProblem problem, String place, Written written, Texts texts) {
        List<String> details = new ArrayList<>(problem.details());
        if (NAMES_A_KEY.contains(problem.kind())) {
            details.set(0, texts.say(label(place, details.get(0))));
        }
        boolean namesALine = problem.kind() == Kind.DOUBLED_OFFICIAL || problem.kind() == Kind.DOUBLED_MEMBER;
        if (namesALine) {
            int line = Integer.parseInt(details.get(1));
            String other = written.places().getOrDefault(line, details.get(1));
            details.set(1, other.substring(other.lastIndexOf('/') + 1));
        }
        return texts.say(problem.key(), details.toArray());
    }

    private static String label(String place, String key) {
        boolean member = place.matches("(officials|committee|observers)/[0-9]+");
        return member ? "desk.meeting.column." + key : MeetingForm.label(place.isEmpty() ? "meeting" : place);
    }

    /** {@return whether anything is wrong} */
    public boolean any() {
        return !byPlace.isEmpty();
    }

    /** {@return how many things are wrong} */
    public int number() {
        return byPlace.values().stream().mapToInt(List::size).sum();
    }

    /** {@return what is wrong at that place} */
    public Optional<String> at(String place) {
        return Optional.ofNullable(byPlace.get(place)).map(sentences -> String.join(" ", sentences));
    }

    /** {@return what is about no field that the page has} */
    public List<String> elsewhere() {
        return byPlace.getOrDefault("", List.of());
    }
}
