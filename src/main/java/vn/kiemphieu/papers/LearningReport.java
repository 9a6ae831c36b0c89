package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.LearnNote;
import vn.kiemphieu.form.LearnProblem;
import vn.kiemphieu.form.LearnedRow;
import vn.kiemphieu.form.Learning.Understood;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.words.Texts;

/** Says in plain words what was understood of a blank, or why nothing was. */
public final class LearningReport {

    private final Texts texts;

    public LearningReport(Texts texts) {
        this.texts = texts;
    }

    /** {@return why it was not understood, or what does not match} */
    public String sentence(LearnProblem problem) {
        return onPage(problem.page(), texts.say(problem.key(), spoken(problem.details())));
    }

    /** {@return what was understood, line by line} */
    public List<String> lines(Understood learned, Meeting meeting) {
        List<String> lines = new ArrayList<>();
        FormPage first = learned.form().pages().get(0);
        lines.add(texts.say(
                "learn.understood",
                String.valueOf(learned.form().officials()),
                String.valueOf(learned.form().pages().size()),
                number(first.widthMm(), 0),
                number(first.heightMm(), 0)));
        learned.form().pages().stream()
                .flatMap(p -> p.rows().stream())
                .findFirst()
                .ifPresent(row -> lines.add(texts.say("learn.columns", columns(row))));
        learned.rows()
                .forEach(row -> lines.add(
                        row(row, meeting.officials().get(row.official() - 1).name())));
        for (FormPage page : learned.form().pages()) {
            page.signature().ifPresent(s -> lines.add(texts.say("learn.signature", String.valueOf(page.number()))));
            page.stamp().ifPresent(s -> lines.add(texts.say("learn.stamp", number(s.diameterMm(), 0))));
        }
        learned.notes().forEach(note -> lines.add(note(note, meeting)));
        return lines;
    }

    private String columns(Row row) {
        Map<Double, String> byPlace = new java.util.TreeMap<>(Comparator.naturalOrder());
        byPlace.put(row.name().xMm(), texts.say("learn.name-column"));
        row.position().ifPresent(p -> byPlace.put(p.xMm(), texts.say("learn.position-column")));
        for (Level level : Level.values()) {
            byPlace.put(row.cell(level).xMm(), level(level));
        }
        return byPlace.values().stream().collect(Collectors.joining(" | "));
    }

    private String row(LearnedRow row, String name) {
        String key = !row.sure() ? "learn.row-other" : row.exact() ? "learn.row" : "learn.row-near";
        return texts.say(key, String.valueOf(row.official()), name, row.printed());
    }

    private String note(LearnNote note, Meeting meeting) {
        Object[] values = switch (note.kind()) {
            case TURNED ->
                new Object[] {String.valueOf(90 * (int) note.details().get(0))};
            case STAMP_PLACE_ASSUMED -> new Object[] {meeting.organisation().name()};
            default -> spoken(note.details());
        };
        return onPage(note.page(), texts.say(note.key(), values));
    }

    private String onPage(int page, String sentence) {
        return page == 0 ? sentence : texts.say("learn.page", String.valueOf(page), sentence);
    }

    private Object[] spoken(List<Object> details) {
        return details.stream()
                .map(d -> d instanceof Double figure
                        ? number(figure, 1)
                        : d instanceof Level level ? level(level) : String.valueOf(d))
                .toArray();
    }

    private String level(Level level) {
        Map<Level, String> keys = new EnumMap<>(Map.of(
                Level.HIGH, "learn.level.high",
                Level.CONFIDENCE, "learn.level.confidence",
                Level.LOW, "learn.level.low"));
        return texts.say(String.valueOf(keys.get(level)));
    }

    private String number(double value, int decimals) {
        Locale locale = texts.locale();
        return String.format(locale, "%." + decimals + "f", value);
    }
}
