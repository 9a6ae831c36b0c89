package vn.kiemphieu.review;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.kiemphieu.count.Tally;
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
import vn.kiemphieu.job.CountedBallot;
import vn.kiemphieu.job.CountedDeck;
import vn.kiemphieu.job.CountingReport;
import vn.kiemphieu.job.CountingSettings;
import vn.kiemphieu.job.CountingTrouble;
import vn.kiemphieu.job.Recount;
import vn.kiemphieu.job.Workshop;
import vn.kiemphieu.ledger.Accounts;
import vn.kiemphieu.ledger.Accounts.Account;
import vn.kiemphieu.ledger.Closings;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.Trail;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.Papers;
import vn.kiemphieu.ruling.RuleProfile;

/**
 * What is known of the meeting at this moment, and the one place where deeds are written down. What is asked and what is
 * written happens under one lock, so that of two people at the same ballot the second sees what the first did.
 */
final class Office implements AutoCloseable {

    private final MeetingFolder folder;
    private final Ledger ledger;
    private final String program;
    private final Clock clock;
    private final List<Entry> entries;
    private volatile Preparation preparation;
    private volatile Optional<Workshop> workshop = Optional.empty();
    private volatile CountedDeck deck = CountedDeck.empty();
    private volatile Docket docket;
    private Optional<vn.kiemphieu.papers.Account> account = Optional.empty();
    private volatile Optional<Tally> shown = Optional.empty();
    private boolean counting;

    /** Takes the ledger over and closes it in the end. */
    Office(Desk.Opened opened, Ledger ledger, Clock clock) throws IOException {
        this.folder = opened.folder();
        this.program = opened.program().version();
        this.ledger = ledger;
        this.clock = clock;
        this.entries = new ArrayList<>(ledger.trail().entries());
        this.preparation = Preparation.of(folder);
        this.docket = Docket.of(List.of(), entries, profile());
        if (preparation.complete()) {
            workshop = Optional.of(new Workshop(folder, meeting(), form(), ledger));
        }
        look();
    }

    /** Takes in what the last count left in the ledger. Pages that nobody has read yet wait for the next count. */
    private synchronized void look() {
        deck = workshop.flatMap(Workshop::standing).orElseGet(CountedDeck::empty);
        laidAnew();
    }

    /** Before there is a meeting there is no ballot, and it is all the same by which profile. */
    private RuleProfile profile() {
        return RuleProfile.named(preparation
                .meeting()
                .map(Meeting::rules)
                .orElse(RuleProfile.ids().get(0)));
    }

    CountingReport count(CountingSettings settings) throws Exception {
        Workshop open = beginCounting();
        try {
            CountingReport report = open.count(settings);
            look();
            return report;
        } finally {
            endCounting();
        }
    }

    private synchronized Workshop beginCounting() {
        Workshop open = workshop();
        counting = true;
        return open;
    }

    private synchronized void endCounting() {
        counting = false;
    }

    /** {@return everything that the papers tell, out of the ledger} Worked out anew only when something changed */
    synchronized vn.kiemphieu.papers.Account account() throws CountingTrouble, IOException {
        if (account.isEmpty()) {
            try (Recount recount = Recount.on(ledger, folder, meeting(), form())) {
                account = Optional.of(recount.account(program));
            }
        }
        return account.orElseThrow();
    }

    Optional<Closings.Entry> closed() {
        return ledger.closings().closed();
    }

    /** {@return whenever the count was closed or opened again, oldest first} */
    List<Closings.Entry> closings() {
        return ledger.closings().all();
    }

    /** {@return how many files the last count took in} */
    int filesTaken() {
        return ledger.arrivals().present().size();
    }

    /**
     * Writes the papers; where the count is to be closed, the final ones, after which the ledger takes nothing more.
     *
     * @return whether they are final
     */
    synchronized boolean writePapers(boolean close) throws CountingTrouble, IOException {
        account = Optional.empty();
        boolean balances = account().books().balance();
        if (close && balances) {
            try (Recount recount = Recount.on(ledger, folder, meeting(), form())) {
                recount.close(program, folder.results(), today());
            }
            account = Optional.empty();
        } else {
            Papers.write(account(), folder.results());
        }
        return close && balances;
    }

    /** Opens a closed count again; what was signed is kept beside. */
    synchronized void reopen(Account chair, String why) throws CountingTrouble, IOException {
        try (Recount recount = Recount.on(ledger, folder, meeting(), form())) {
            recount.reopen(chair.person(), why, folder.results(), today());
        }
        account = Optional.empty();
        shown = Optional.empty();
    }

    /** Shows the result to the room. {@return whether it does; a draft is shown to nobody} */
    synchronized boolean show() throws CountingTrouble, IOException {
        shown = Optional.of(account()).filter(a -> !a.draft()).map(vn.kiemphieu.papers.Account::tally);
        return shown.isPresent();
    }

    synchronized void hide() {
        shown = Optional.empty();
    }

    /** {@return the result as the room sees it; empty until the chair shows it, and again once anything has changed} */
    Optional<Tally> shown() {
        return shown;
    }

    /** {@return what stands in the meeting's folder} */
    Preparation preparation() {
        return preparation;
    }

    Meeting meeting() {
        return preparation.meeting().orElseThrow(NotPrepared::new);
    }

    BallotForm form() {
        return preparation.form().orElseThrow(NotPrepared::new);
    }

    Workshop workshop() {
        return workshop.orElseThrow(NotPrepared::new);
    }

    /** {@return whether ballots have been counted or entered: what they were printed from cannot change any more} */
    boolean counted() {
        return filesTaken() > 0 || !docket.withoutScan().isEmpty();
    }

    /** {@return whether people have judged ballots, or a sample was drawn: by which rules, they knew} */
    boolean judged() {
        return docket.entries().stream()
                .map(Entry::deed)
                .anyMatch(deed -> deed instanceof Deed.OnBallot || deed instanceof Deed.CheckDrawn);
    }

    /** A change to what the count rests on. */
    interface Change {

        /** {@return the key of what stands against it, by what is known at this moment} */
        Optional<String> objection();

        Deed deed();

        /** Puts in place what was made ready. */
        void carryOut() throws IOException;
    }

    /**
     * Writes a change to the meeting or its form down and carries it out; in this order, for a change that nobody wrote down
     * would be worse than a line about one that did not happen. {@return the key of what stands against it}
     */
    synchronized Optional<String> change(Account who, Change change) throws IOException {
        if (counting) {
            return Optional.of("desk.count.runs-already");
        }
        if (closed().isPresent()) {
            return Optional.of("desk.error.closed");
        }
        Optional<String> objection = change.objection();
        if (objection.isEmpty()) {
            write(who, List.of(), change.deed());
            change.carryOut();
            prepare();
        }
        return objection;
    }

    private void prepare() throws IOException {
        Preparation before = preparation;
        preparation = Preparation.of(folder);
        if (before.hasSameForm(preparation)) {
            workshop = workshop.map(open -> open.under(meeting()));
        } else {
            if (workshop.isPresent()) {
                workshop.get().close();
            }
            workshop = preparation.complete()
                    ? Optional.of(new Workshop(folder, meeting(), form(), ledger))
                    : Optional.empty();
        }
        look();
    }

    CountedDeck deck() {
        return deck;
    }

    /** {@return the ballot with its pages; without any where there is only the paper} */
    Optional<CountedBallot> ballot(String name) {
        return deck.ballot(name).or(() -> docket.subject(name).map(subject -> new CountedBallot(subject, List.of())));
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

    /**
     * Opens ballots of which there is only the paper.
     *
     * @param number how many
     * @return their names, to be written on the papers; empty where this role may not
     */
    synchronized List<String> openByHand(Account who, int number, String why) {
        if (!who.role().committee()) {
            return List.of();
        }
        int before = docket.withoutScan().size();
        List<String> names = IntStream.rangeClosed(before + 1, before + number)
                .mapToObj("TAY-%03d"::formatted)
                .toList();
        List<String> roster = meeting().officials().stream().map(Official::name).toList();
        write(who, List.of(), new Deed.WithoutScan(names, roster, why));
        return names;
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    private List<Deed> firstPutToPeople(String ballot) {
        Subject subject = docket.subject(ballot).orElseThrow();
        boolean told = docket.history(subject).stream().anyMatch(entry -> entry.deed() instanceof Deed.PutToPeople);
        return told ? List.of() : List.of(Deed.PutToPeople.of(subject));
    }

    private void write(Account who, List<Deed> before, Deed deed) {
        List<Deed> deeds = new ArrayList<>(before);
        deeds.add(deed);
        entries.addAll(ledger.trail().add(clock.instant(), who.name(), who.role(), deeds));
        laidAnew();
    }

    private void laidAnew() {
        docket = Docket.of(deck.subjects(), entries, profile());
        account = Optional.empty();
        shown = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try {
            if (workshop.isPresent()) {
                workshop.get().close();
            }
        } finally {
            ledger.close();
        }
    }
}
