package vn.kiemphieu.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.kiemphieu.decision.Deed.AccountMade;
import vn.kiemphieu.decision.Deed.Answered;
import vn.kiemphieu.decision.Deed.Decided;
import vn.kiemphieu.decision.Deed.OnBallot;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

/**
 * What people did, in short, for the papers.
 *
 * @param eyes how many members have to give the same answer
 * @param decisions every ballot that people decided, by its id
 * @param setAside ballots that people had answered about and that are otherwise now: those answers count for nothing
 * @param checks the random checks, in the order they were drawn
 * @param entries how many lines the trail has
 * @param lastHash of the trail's last line, which stands for all of it; 64 zeros where it has none
 */
public record Review(
        int eyes, List<Decision> decisions, Set<String> setAside, List<Check> checks, long entries, String lastHash) {

    /**
     * One ballot that people decided.
     *
     * @param withoutScan whether members entered it from the paper, with no scan to read
     * @param machine what the machine had made of it
     * @param members the names of those whose answers led to it
     * @param chair the chair's name, where members differed and the chair decided
     * @param why in their own words; may be empty
     */
    public record Decision(
            String ballot,
            boolean withoutScan,
            Status machine,
            Status status,
            Set<Fault> reasons,
            List<String> members,
            Optional<String> chair,
            String why) {

        public Decision {
            reasons = Set.copyOf(reasons);
            members = List.copyOf(members);
        }
    }

    public Review {
        decisions = List.copyOf(decisions);
        setAside = Set.copyOf(setAside);
        checks = List.copyOf(checks);
    }

    /** Nobody has decided anything. */
    public static Review none() {
        return new Review(Docket.USUAL_EYES, List.of(), Set.of(), List.of(), 0, "0".repeat(64));
    }

    /** {@return the summary of that docket} */
    public static Review of(Docket docket, Settlement settlement, String lastHash) {
        Map<String, String> names = names(docket.entries());
        List<Decision> decisions = new ArrayList<>();
        settlement.rulings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> decisions.add(decision(docket, each.getKey(), each.getValue(), names)));
        return new Review(
                docket.eyes(),
                decisions,
                setAside(docket),
                docket.checks().stream()
                        .map(drawn -> Check.of(drawn, docket, settlement))
                        .toList(),
                docket.entries().size(),
                lastHash);
    }

    private static Decision decision(Docket docket, String ballot, Ruling ruling, Map<String, String> names) {
        Subject subject = docket.subject(ballot).orElseThrow();
        Standing standing = docket.standing(subject);
        Optional<String> chair = standing.chair().map(entry -> name(entry.by(), names));
        String why = standing.chair()
                .map(entry -> ((Decided) entry.deed()).why())
                .orElseGet(() -> String.join(
                        "; ",
                        new TreeSet<>(standing.answers().stream()
                                .map(Standing.Given::why)
                                .filter(w -> !w.isBlank())
                                .toList())));
        List<String> members = standing.answers().stream()
                .map(given -> name(given.by(), names))
                .toList();
        return new Decision(
                ballot,
                subject.isWithoutScan(),
                subject.machine().status(),
                ruling.status(),
                ruling.reasons(),
                members,
                chair,
                why);
    }

    private static Set<String> setAside(Docket docket) {
        Set<String> old = new HashSet<>();
        for (Entry entry : docket.entries()) {
            boolean answer = entry.deed() instanceof Answered || entry.deed() instanceof Decided;
            if (answer && entry.deed() instanceof OnBallot deed) {
                boolean holds = docket.subject(deed.ballot())
                        .filter(subject -> subject.reference().equals(deed.reference()))
                        .isPresent();
                if (!holds) {
                    old.add(deed.ballot());
                }
            }
        }
        // Whoever answered anew about the ballot as it is now has taken care of it.
        docket.subjects().stream()
                .filter(subject -> docket.standing(subject).state() == Standing.State.SETTLED)
                .forEach(subject -> old.remove(subject.ballot()));
        return old;
    }

    private static Map<String, String> names(List<Entry> entries) {
        Map<String, String> names = new HashMap<>();
        accounts(entries).forEach(made -> names.put(made.user(), made.person()));
        return names;
    }

    private static Stream<AccountMade> accounts(List<Entry> entries) {
        return entries.stream()
                .map(Entry::deed)
                .filter(AccountMade.class::isInstance)
                .map(AccountMade.class::cast);
    }

    private static String name(String user, Map<String, String> names) {
        return names.getOrDefault(user, user);
    }
}
