package vn.kiemphieu.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kiemphieu.decision.Deed.Answered;
import vn.kiemphieu.decision.Deed.CheckDrawn;
import vn.kiemphieu.decision.Deed.Decided;
import vn.kiemphieu.decision.Deed.EyesSet;
import vn.kiemphieu.decision.Deed.OnBallot;
import vn.kiemphieu.decision.Deed.Sent;
import vn.kiemphieu.decision.Deed.Withdrawn;
import vn.kiemphieu.decision.Deed.WithoutScan;
import vn.kiemphieu.decision.Standing.Given;
import vn.kiemphieu.decision.Standing.State;
import vn.kiemphieu.ruling.RuleProfile;

/**
 * All ballots of a count and all that people did, laid together: whose turn it is with which ballot. Worked out from the
 * trail alone, so that it is the same after a restart.
 */
public final class Docket {

    /** Two people do not overlook the same thing by chance; a plan may ask for one or three. */
    public static final int USUAL_EYES = 2;

    public static final int MOST_EYES = 3;

    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Map<String, List<Entry>> onBallot = new HashMap<>();
    private final List<Entry> entries;
    private final RuleProfile profile;
    private final Set<String> sampled = new HashSet<>();
    private final Set<String> sent = new HashSet<>();
    private final List<CheckDrawn> checks = new ArrayList<>();
    private int eyes = USUAL_EYES;

    private Docket(List<Entry> entries, RuleProfile profile) {
        this.entries = List.copyOf(entries);
        this.profile = profile;
    }

    /** {@return the docket} Entries about ballots that are otherwise now count for nothing here. */
    public static Docket of(Collection<Subject> subjects, List<Entry> entries, RuleProfile profile) {
        Docket docket = new Docket(entries, profile);
        subjects.forEach(subject -> docket.subjects.put(subject.ballot(), subject));
        entries.forEach(docket::take);
        return docket;
    }

    private void take(Entry entry) {
        if (entry.deed() instanceof WithoutScan papers) {
            papers.ballots()
                    .forEach(ballot -> subjects.putIfAbsent(ballot, Subject.withoutScan(ballot, papers.officials())));
        } else if (entry.deed() instanceof OnBallot deed && isOfNow(deed)) {
            onBallot.computeIfAbsent(deed.ballot(), ballot -> new ArrayList<>()).add(entry);
            if (deed instanceof Sent) {
                sent.add(deed.ballot());
            }
        } else if (entry.deed() instanceof EyesSet set) {
            eyes = set.eyes();
        } else if (entry.deed() instanceof CheckDrawn check) {
            checks.add(check);
            sampled.addAll(check.ballots());
        }
    }

    private boolean isOfNow(OnBallot deed) {
        return subject(deed.ballot())
                .filter(subject -> subject.reference().equals(deed.reference()))
                .isPresent();
    }

    public int eyes() {
        return eyes;
    }

    public List<Entry> entries() {
        return entries;
    }

    public List<CheckDrawn> checks() {
        return List.copyOf(checks);
    }

    public RuleProfile profile() {
        return profile;
    }

    public Collection<Subject> subjects() {
        return List.copyOf(subjects.values());
    }

    public Optional<Subject> subject(String ballot) {
        return Optional.ofNullable(subjects.get(ballot));
    }

    /** {@return what was done about that ballot as it is now, oldest first} */
    public List<Entry> history(Subject subject) {
        return List.copyOf(onBallot.getOrDefault(subject.ballot(), List.of()));
    }

    /** {@return whether people have to look at that ballot} */
    public boolean needsPeople(Subject subject) {
        return subject.asksPeople() || sampled.contains(subject.ballot()) || sent.contains(subject.ballot());
    }

    /** {@return the rows that an answer has to name: those in doubt, or all where the machine was sure and is checked} */
    public List<Integer> asked(Subject subject) {
        boolean checked = sampled.contains(subject.ballot()) || sent.contains(subject.ballot());
        return checked || subject.read().isEmpty() ? subject.allRows() : subject.unread();
    }

    /** {@return the ballots people have to look at or had to, least certain first} */
    public List<Subject> queue() {
        // By name where equally certain: names are random, the order of scans is not.
        return subjects.values().stream()
                .filter(this::needsPeople)
                .sorted(Comparator.comparingDouble((Subject s) -> s.machine().margin())
                        .thenComparing(Subject::ballot))
                .toList();
    }

    /** {@return the ballots that are entered from the paper, in the order of their names} */
    public List<Subject> withoutScan() {
        return subjects.values().stream()
                .filter(Subject::isWithoutScan)
                .sorted(Comparator.comparing(Subject::ballot))
                .toList();
    }

    /** {@return the part of the queue that this member still has to answer} */
    public List<Subject> waitingFor(String member) {
        return queue().stream()
                .filter(subject -> {
                    Standing standing = standing(subject);
                    return standing.state() == State.MEMBERS
                            && standing.of(member).isEmpty();
                })
                .toList();
    }

    public List<Subject> forTheChair() {
        return in(State.CHAIR);
    }

    public List<Subject> in(State state) {
        return queue().stream()
                .filter(subject -> standing(subject).state() == state)
                .toList();
    }

    /** {@return how far people are with that ballot} */
    public Standing standing(Subject subject) {
        Map<String, Given> answers = new LinkedHashMap<>();
        Optional<Entry> chair = Optional.empty();
        for (Entry entry : history(subject)) {
            if (entry.deed() instanceof Answered answered) {
                answers.put(entry.by(), new Given(entry, answered.answer(), answered.why()));
            } else if (entry.deed() instanceof Decided) {
                chair = Optional.of(entry);
            } else if (entry.deed() instanceof Withdrawn withdrawn) {
                answers.values().removeIf(given -> given.entry().number() == withdrawn.entry());
                chair = chair.filter(decided -> decided.number() != withdrawn.entry());
            } else if (entry.deed() instanceof Sent) {
                answers.clear(); // looked at anew, by everybody
                chair = Optional.empty();
            }
        }
        return standing(subject, List.copyOf(answers.values()), chair);
    }

    private Standing standing(Subject subject, List<Given> answers, Optional<Entry> chair) {
        if (chair.isPresent()) {
            Answer decided = ((Decided) chair.get().deed()).answer();
            return new Standing(State.SETTLED, answers, Optional.of(decided), chair);
        }
        List<Optional<Effect>> effects = answers.stream()
                .map(given -> effect(subject, given.answer()))
                .distinct()
                .toList();
        if (effects.size() > 1 || effects.stream().anyMatch(Optional::isEmpty)) {
            return new Standing(State.CHAIR, answers, Optional.empty(), chair);
        }
        return answers.size() >= eyes
                ? new Standing(
                        State.SETTLED, answers, Optional.of(answers.get(0).answer()), chair)
                : new Standing(State.MEMBERS, answers, Optional.empty(), chair);
    }

    Optional<Effect> effect(Subject subject, Answer answer) {
        return Effect.of(subject, answer, profile);
    }
}
