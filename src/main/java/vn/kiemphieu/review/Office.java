package vn.kiemphieu.review;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.kiemphieu.decision.Answer;
import vn.kiemphieu.decision.Check;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.decision.Entry;
import vn.kiemphieu.decision.Objection;
import vn.kiemphieu.decision.Review;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.decision.Settlement;
import vn.kiemphieu.decision.Subject;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.job.CountedDeck;
import vn.kiemphieu.job.CountingReport;
import vn.kiemphieu.job.CountingSettings;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.job.Recount;
import vn.kiemphieu.job.Workshop;
import vn.kiemphieu.ledger.Accounts;
import vn.kiemphieu.ledger.Accounts.Account;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.Trail;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.RuleProfile;

/**
 * What is known of the meeting at this moment, and the one place where deeds are written down. What is asked and what is
 * written happens under one lock, so that of two people at the same ballot the second sees what the first did.
 */
final class Office implements AutoCloseable {

    private final MeetingFolder folder;
    private final Meeting meeting;
    private final BallotForm form;
    private final Ledger ledger;
    private final Workshop workshop;
    private final RuleProfile profile;
    private final Clock clock;
    private final List<Entry> entries;
    private volatile CountedDeck deck = CountedDeck.empty();
    private volatile Docket docket;

    /** Takes the ledger over and closes it in the end. */
    Office(MeetingFolder folder, Meeting meeting, BallotForm form, Ledger ledger, Workshop workshop, Clock clock) {
        this.folder = folder;
        this.meeting = meeting;
        this.form = form;
        this.ledger = ledger;
        this.workshop = workshop;
        this.profile = RuleProfile.named(meeting.rules());
        this.clock = clock;
        this.entries = new ArrayList<>(ledger.trail().entries());
        this.docket = Docket.of(List.of(), entries, profile);
        look();
    }

    /** Takes in what the last count left in the ledger. Pages that nobody has read yet wait for the next count. */
    private synchronized void look() {
        deck = workshop.standing().orElseGet(CountedDeck::empty);
        docket = Docket.of(deck.subjects(), entries, profile);
    }

    CountingReport count(CountingSettings settings) throws Exception {
        CountingReport report = workshop.count(settings);
        look();
        return report;
    }

    /** {@return everything that the papers tell, out of the ledger} */
    vn.kiemphieu.papers.Account account(String program) throws CountingTrouble, IOException {
        try (Recount recount = Recount.on(ledger, folder, meeting, form)) {
            return recount.account(program);
        }
    }

    Meeting meeting() {
        return meeting;
    }

    BallotForm form() {
        return form;
    }

    Workshop workshop() {
        return workshop;
    }

    CountedDeck deck() {
        return deck;
    }

    Docket docket() {
        return docket;
    }

    Accounts accounts() {
        return ledger.accounts();
    }

    Trail.Proof proof() {
        return ledger.trail().proof();
    }

    Review review() {
        Docket now = docket;
        return Review.of(now, Settlement.of(now), ledger.trail().lastHash());
    }

    /** Writes a member's answer down, or says what stands against it. */
    synchronized Optional<Objection> answer(Account who, String ballot, String reference, Answer answer, String why) {
        Optional<Objection> objection = Objection.toAnswer(docket, ballot, reference, who.name(), who.role(), answer);
        if (objection.isEmpty()) {
            write(who, firstPutToPeople(ballot), new Deed.Answered(ballot, reference, answer, why));
        }
        return objection;
    }

    /** Writes the chair's decision down, or says what stands against it. */
    synchronized Optional<Objection> decide(Account who, String ballot, String reference, Answer answer, String why) {
        Optional<Objection> objection = Objection.toDecision(docket, ballot, reference, who.role(), answer);
        if (objection.isEmpty()) {
            write(who, List.of(), new Deed.Decided(ballot, reference, answer, why));
        }
        return objection;
    }

    /** Takes back somebody's own last answer. */
    synchronized Optional<Objection> undo(Account who) {
        Optional<Entry> last = Objection.undoable(docket, who.name());
        if (last.isEmpty()) {
            return Optional.of(Objection.NOTHING_TO_UNDO);
        }
        Deed.OnBallot deed = (Deed.OnBallot) last.get().deed();
        write(
                who,
                List.of(),
                new Deed.Withdrawn(deed.ballot(), deed.reference(), last.get().number()));
        return Optional.empty();
    }

    /** Sends a ballot to people, whatever became of it so far. */
    synchronized Optional<Objection> send(Account who, String ballot, String why) {
        if (!who.role().committee()) {
            return Optional.of(Objection.ROLE);
        }
        Optional<Subject> subject = docket.subject(ballot);
        if (subject.isEmpty()) {
            return Optional.of(Objection.NO_SUCH_BALLOT);
        }
        write(who, List.of(), new Deed.Sent(ballot, subject.get().reference(), why));
        return Optional.empty();
    }

    synchronized void drawCheck(Account who, String seed, int size) {
        write(who, List.of(), Check.draw(seed, size, deck.subjects()));
    }

    synchronized void setEyes(Account who, int eyes) {
        write(who, List.of(), new Deed.EyesSet(eyes));
    }

    /** {@return whether the account was made; a name is given once} */
    synchronized boolean makeAccount(Account by, Account account) {
        boolean made = ledger.accounts().add(account);
        if (made) {
            write(by, List.of(), new Deed.AccountMade(account.name(), account.person(), account.role()));
        }
        return made;
    }

    /** {@return whether the account was closed; the last open administrator's stays, or nobody could open another} */
    synchronized boolean closeAccount(Account by, String name) {
        boolean last = ledger.accounts().all().stream()
                .filter(account -> account.open() && account.role() == Role.ADMINISTRATOR)
                .allMatch(account -> account.name().equals(name));
        boolean closed = !last && ledger.accounts().close(name);
        if (closed) {
            write(by, List.of(), new Deed.AccountClosed(name));
        }
        return closed;
    }

    private List<Deed> firstPutToPeople(String ballot) {
        Subject subject = docket.subject(ballot).orElseThrow();
        boolean told = docket.history(subject).stream().anyMatch(entry -> entry.deed() instanceof Deed.PutToPeople);
        if (told) {
            return List.of();
        }
        List<String> rows = subject.machine().rows().stream()
                .sorted(Comparator.comparingInt(RowRuling::official))
                .map(row -> "%d %s %s"
                        .formatted(
                                row.official(),
                                Optional.ofNullable(subject.read().get(row.official()))
                                        .map(Enum::name)
                                        .orElse("?"),
                                new TreeSet<>(row.reasons())))
                .toList();
        return List.of(new Deed.PutToPeople(
                ballot,
                subject.reference(),
                subject.machine().status(),
                subject.machine().reasons(),
                rows));
    }

    private void write(Account who, List<Deed> before, Deed deed) {
        List<Deed> deeds = new ArrayList<>(before);
        deeds.add(deed);
        entries.addAll(ledger.trail().add(clock.instant(), who.name(), who.role(), deeds));
        docket = Docket.of(deck.subjects(), entries, profile);
    }

    @Override
    public void close() throws IOException {
        try {
            workshop.close();
        } finally {
            ledger.close();
        }
    }
}
