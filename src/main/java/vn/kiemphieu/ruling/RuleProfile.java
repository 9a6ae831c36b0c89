package vn.kiemphieu.ruling;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kiemphieu.ruling.Consequence.Spoils;

/**
 * What each fault spoils by one body's plan. Data, not code: the profiles stand in {@code resources/rules}, and a new
 * plan is a new file there.
 *
 * @param id as {@code meeting.yaml} names it and the minutes print it
 * @param title what the plan is called, in Vietnamese
 * @param titleEnglish the same, in English
 * @param consequences one for each fault that a ballot can have
 */
public record RuleProfile(String id, String title, String titleEnglish, Map<Fault, Consequence> consequences) {

    /** What may be wrong with a ballot; the other codes say why a page is no ballot at all. */
    static final Set<Fault> OF_A_BALLOT =
            EnumSet.complementOf(EnumSet.of(Fault.UNREADABLE_FILE, Fault.BLANK_PAGE, Fault.IDENTICAL_FILE));

    /** Only these can be certain; every other fault is doubt by its nature, and doubt goes to a person by any plan. */
    private static final Set<Fault> CAN_BE_CERTAIN =
            EnumSet.of(Fault.NOT_ISSUED, Fault.NAME_STRUCK, Fault.ADDITION, Fault.NO_MARK, Fault.MULTIPLE_MARKS);

    private static final Set<Fault> OF_A_ROW = EnumSet.of(Fault.NO_MARK, Fault.MULTIPLE_MARKS);

    public RuleProfile {
        consequences = Map.copyOf(new EnumMap<>(consequences));
        if (!consequences.keySet().equals(OF_A_BALLOT)) {
            throw new IllegalArgumentException("Profile %s names %s".formatted(id, consequences.keySet()));
        }
        consequences.forEach((fault, consequence) -> {
            if (consequence.spoils() != Spoils.PERSON && !CAN_BE_CERTAIN.contains(fault)) {
                throw new IllegalArgumentException("Profile %s lets the machine judge %s".formatted(id, fault));
            }
            if (consequence.spoils() == Spoils.ROW && !OF_A_ROW.contains(fault)) {
                throw new IllegalArgumentException("Profile %s spoils a row by %s".formatted(id, fault));
            }
        });
    }

    /**
     * {@return the profile of that name}
     *
     * @throws IllegalArgumentException where {@link #ids} does not list it
     */
    public static RuleProfile named(String id) {
        if (!ids().contains(id)) {
            throw new IllegalArgumentException("No rule profile is called %s; there are %s".formatted(id, ids()));
        }
        return RuleProfileFile.read(id);
    }

    /** {@return the names of all profiles, in the order they are to be offered} */
    public static List<String> ids() {
        return RuleProfileFile.index();
    }

    /** {@return what that fault spoils} */
    public Consequence of(Fault fault) {
        Consequence consequence = consequences.get(fault);
        if (consequence == null) {
            throw new IllegalArgumentException(fault + " is no fault of a ballot");
        }
        return consequence;
    }
}
