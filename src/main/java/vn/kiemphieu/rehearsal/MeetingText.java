package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Person;

/** A meeting as the text of a {@code meeting.yaml}. Every text is quoted, so that no name can become anything else. */
final class MeetingText {

    private MeetingText() {}

    static String of(Meeting m) {
        StringBuilder text = new StringBuilder();
        text.append("meeting:\n");
        text.append("  title: ").append(quoted(m.title())).append('\n');
        text.append("  date: ").append(m.date()).append('\n');
        text.append("  place: ").append(quoted(m.place())).append('\n');
        list(text, "  basis:", m.basis().stream().map(MeetingText::quoted).toList());
        text.append("organisation:\n");
        text.append("  superior: ").append(quoted(m.organisation().superior())).append('\n');
        text.append("  name: ").append(quoted(m.organisation().name())).append('\n');
        text.append("  kind: ")
                .append(m.organisation().kind().name().toLowerCase(Locale.ROOT))
                .append('\n');
        text.append("attendance:\n");
        number(text, "summoned", m.attendance().summoned());
        number(text, "present", m.attendance().present());
        text.append("ballots:\n");
        number(text, "issued", m.ballots().issued());
        number(text, "collected", m.ballots().collected());
        number(text, "exchanged", OptionalInt.of(m.ballots().exchanged()));
        text.append("rules: ").append(m.rules()).append('\n');
        list(
                text,
                "officials:",
                m.officials().stream()
                        .map(o -> "{name: %s, position: %s}".formatted(quoted(o.name()), quoted(o.position())))
                        .toList());
        list(text, "committee:", m.committee().stream().map(MeetingText::person).toList());
        text.append("chair: ").append(person(m.chair())).append('\n');
        list(text, "observers:", m.observers().stream().map(MeetingText::person).toList());
        return text.toString();
    }

    private static void list(StringBuilder text, String key, List<String> items) {
        text.append(key).append(items.isEmpty() ? " []\n" : "\n");
        String indent = key.startsWith(" ") ? "    - " : "  - ";
        items.forEach(item -> text.append(indent).append(item).append('\n'));
    }

    private static void number(StringBuilder text, String key, OptionalInt value) {
        value.ifPresent(
                v -> text.append("  ").append(key).append(": ").append(v).append('\n'));
    }

    private static String person(Person person) {
        return "{name: %s, role: %s}".formatted(quoted(person.name()), quoted(person.role()));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
