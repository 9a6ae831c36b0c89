package vn.kiemphieu.meeting;

import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong in a meeting file. A value for whoever shows it to say in words: the sentence stands in
 * {@code texts/meeting_*.properties} under {@link #key}, with {@link #values} for its figures.
 *
 * @param line in the file, from 1; 0 where the file as a whole is meant
 * @param details the figures and names that the sentence needs, in its order
 */
public record MeetingProblem(int line, Kind kind, List<String> details) {

    /** Everything that can be wrong. Each kind has one sentence in every language. */
    public enum Kind {
        /** There is no such file. */
        FILE_MISSING,
        /** The file cannot be read from the disk. */
        FILE_UNREADABLE,
        /** Nothing in it, or only comments. */
        FILE_EMPTY,
        /** Larger than any meeting can need: another file under this name. */
        FILE_TOO_LARGE,
        /** Saved in another encoding; the letters would come out wrong. */
        NOT_UTF8,
        /** Not YAML at all, or indented wrongly. */
        NOT_YAML,
        /** Anchors and aliases: one name standing for several places is more than a meeting file may do. */
        ALIAS,
        /** A list or a single value where named entries belong. */
        NOT_A_MAPPING,
        /** Something else where a list belongs. */
        NOT_A_LIST,
        /** A list or named entries where one text belongs. */
        NOT_A_TEXT,
        UNKNOWN_KEY,
        DOUBLED_KEY,
        MISSING_KEY,
        /** The key is there and nothing behind it. */
        EMPTY_VALUE,
        /** Longer than fits on a ballot. */
        TOO_LONG,
        NOT_A_NUMBER,
        NEGATIVE,
        BAD_DATE,
        /** Neither {@code state} nor {@code party}. */
        UNKNOWN_BODY,
        UNKNOWN_RULES,
        NO_OFFICIALS,
        TOO_MANY_OFFICIALS,
        NO_COMMITTEE,
        /** Two officials of one name: the voter and the minutes could not tell them apart. */
        DOUBLED_OFFICIAL,
        DOUBLED_MEMBER,
        PRESENT_OVER_SUMMONED,
        COLLECTED_OVER_ISSUED,
        ISSUED_OVER_PRESENT
    }

    public MeetingProblem {
        details = List.copyOf(details);
    }

    MeetingProblem(int line, Kind kind, Object... details) {
        this(line, kind, List.of(details).stream().map(Object::toString).toList());
    }

    /** {@return the key of its sentence in the texts} */
    public String key() {
        return "meeting." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what the sentence's placeholders stand for} */
    public Object[] values() {
        return details.toArray();
    }
}
