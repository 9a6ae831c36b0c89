package vn.kiemphieu.review;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kiemphieu.ruling.Consequence;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.words.Texts;

/**
 * A rule profile spelled out: what each fault spoils, out of the profile's own data.
 *
 * @param lines by consequence, each with the faults that have it
 */
record ProfileWords(String id, String title, Map<String, String> lines) {

    static List<ProfileWords> all(Texts texts) {
        return RuleProfile.ids().stream()
                .map(id -> of(RuleProfile.named(id), texts))
                .toList();
    }

    private static ProfileWords of(RuleProfile profile, Texts texts) {
        Map<Consequence, EnumSet<Fault>> faults = new LinkedHashMap<>();
        EnumSet.allOf(Fault.class).stream()
                .filter(fault -> profile.consequences().containsKey(fault))
                .forEach(fault -> faults.computeIfAbsent(profile.of(fault), c -> EnumSet.noneOf(Fault.class))
                        .add(fault));
        Map<String, String> lines = new LinkedHashMap<>();
        faults.forEach((consequence, of) -> lines.put(
                consequence(consequence, texts),
                of.stream().map(fault -> texts.say(fault.textKey())).collect(Collectors.joining("; "))));
        boolean english = texts == Texts.ENGLISH;
        return new ProfileWords(profile.id(), english ? profile.titleEnglish() : profile.title(), lines);
    }

    private static String consequence(Consequence consequence, Texts texts) {
        return switch (consequence.spoils()) {
            case BALLOT -> texts.say("desk.rules.ballot");
            case PERSON -> texts.say("desk.rules.person");
            case ROW ->
                texts.say("desk.rules.row")
                        + (consequence.ballotIfOneName() ? texts.say("desk.rules.one-name") : "")
                        + (consequence.ballotIfEveryRow() ? texts.say("desk.rules.every-row") : "");
        };
    }
}
