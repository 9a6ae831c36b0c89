package vn.kiemphieu.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.Closings;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.LedgerException;
import vn.kiemphieu.ledger.PageKey;
import vn.kiemphieu.ledger.PageOutcome;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.papers.Account;
import vn.kiemphieu.papers.BallotEntry;
import vn.kiemphieu.papers.CommitteeWork;
import vn.kiemphieu.papers.Papers;
import vn.kiemphieu.papers.ResultFiles;
import vn.kiemphieu.papers.Sums;
import vn.kiemphieu.papers.TallyFiles;
import vn.kiemphieu.ruling.Joiner;
import vn.kiemphieu.ruling.RuleBook;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.ruling.Status;

/**
 * A count worked out anew from the ledger alone: no scan is opened, so it tells what the ledger holds, not what lies in
 * {@code scans/} now.
 */
public final class Recount implements AutoCloseable {

    private final Meeting meeting;
    private final Ledger ledger;
    private final boolean closesLedger;
    private final String basis;
    private final Deck deck;
    private final Map<PageId, DeckPage> pages;
    private final List<RuledBallot> ballots;
    private final Decisions.Decided decided;

    private Recount(
            Meeting meeting, BallotForm form, Ledger ledger, String today, String formSha256, boolean closesLedger)
            throws CountingTrouble {
        this.meeting = meeting;
        this.ledger = ledger;
        this.closesLedger = closesLedger;
        this.deck = new Deck(ledger.arrivals().present());
        this.pages = deck.pagesById();
        this.basis = basis(today);
        Clerk clerk = new Clerk(
                new Joiner(form.pages().size()),
                new RuleBook(RuleProfile.named(meeting.rules()), form),
                ledger.rulings().ids());
        Decisions decisions = new Decisions(ledger, formSha256, meeting, this::page, this::outcome);
        this.decided = decisions.on(clerk.rule(deck, this::outcome));
        this.ballots = decided.ballots();
    }

    /**
     * Opens the ledger and counts.
     *
     * @throws CountingTrouble where the ledger cannot be had, or lacks a reading
     */
    public static Recount of(MeetingFolder folder, Meeting meeting, BallotForm form)
            throws CountingTrouble, IOException {
        return of(folder, meeting, form, Basis.of(folder), Basis.formOf(folder));
    }

    /** Counts from a ledger that somebody else holds open and will close. */
    public static Recount on(Ledger ledger, MeetingFolder folder, Meeting meeting, BallotForm form)
            throws CountingTrouble, IOException {
        return new Recount(meeting, form, ledger, Basis.of(folder), Basis.formOf(folder), false);
    }

    static Recount of(MeetingFolder folder, Meeting meeting, BallotForm form, String basis, String formSha256)
            throws CountingTrouble, IOException {
        try {
            Ledger ledger = Ledger.open(folder.ledger(), 1);
            try {
                return new Recount(meeting, form, ledger, basis, formSha256, true);
            } catch (CountingTrouble | RuntimeException e) {
                ledger.close();
                throw e;
            }
        } catch (LedgerException e) {
            throw Troubles.of(e);
        }
    }

    /** A newer program reads otherwise, but may check what an older one counted: then the older one's readings hold. */
    private String basis(String today) throws CountingTrouble {
        Function<String, Long> missing = basis -> {
            Set<PageKey> read = ledger.readings().pages(basis);
            return deck.pages().stream()
                    .filter(page -> !read.contains(page.key()))
                    .count();
        };
        if (missing.apply(today) == 0) {
            return today;
        }
        for (String other : ledger.readings().bases()) {
            if (missing.apply(other) == 0) {
                return other;
            }
        }
        throw new CountingTrouble(Kind.NOT_READ, missing.apply(today));
    }

    /**
     * {@return everything that the papers tell}
     *
     * @param program the version that types them; papers of a closed count name the one that closed it
     */
    public Account account(String program) {
        Tally tally = Tally.of(
                meeting,
                ballots.stream().map(RuledBallot::ruling).toList(),
                decided.settlement().invalid());
        return new Account(
                meeting,
                tally,
                Books.of(tally, deck.lines().size()),
                work(),
                ballots.stream()
                        .filter(ballot -> ballot.ruling().status() != Status.EXCLUDED)
                        .map(ballot -> new Account.Ballot(ballot.id(), ballot.ruling()))
                        .toList(),
                new Account.Origin(
                        closed().map(Closings.Entry::program).orElse(program),
                        ledger.digest(),
                        ledger.trail().lastHash()),
                Optional.empty());
    }

    private CommitteeWork work() {
        return WorkDone.of(decided.review(), ledger.closings().all());
    }

    /** {@return the entry that closed the count; empty while it is open} */
    public Optional<Closings.Entry> closed() {
        return ledger.closings().closed();
    }

    /** {@return whether no entry about closing and opening was touched} */
    public boolean unbroken() {
        return ledger.closings().unbroken();
    }

    /**
     * Writes the final papers and their sums, and closes the count. The ledger is closed last: a machine that stops before
     * leaves an open count, and the same command does all of it again.
     */
    public List<Path> close(String program, Path results, LocalDate today) throws IOException {
        Account account = account(program);
        if (account.draft()) {
            throw new IllegalStateException("A count whose books do not balance cannot be closed");
        }
        writeTables(account, results);
        List<Path> papers = Papers.write(account, results);
        Papers.writeMinutes(account.closed(Sums.writeList(results)), results);
        ledger.closings().close(meeting.headOfCommittee().name(), today, program, Sums.writeListOfMinutes(results));
        ledger.save();
        return papers;
    }

    /**
     * Opens a closed count again. What was closed stays, in a folder of its own beside what will come.
     *
     * @param who the head of the counting committee
     */
    public Path reopen(String who, String reason, Path results, LocalDate today) throws IOException {
        Path kept = ClosedResults.keep(results);
        ledger.closings().reopen(who, reason, today);
        ledger.save();
        return kept;
    }

    /** Writes the tables that other programs read. */
    public void writeTables(Account account, Path results) throws IOException {
        ResultFiles.writeBallots(results, this::entries);
        ResultFiles.writeReadings(results, meeting.officials(), this::entries);
        TallyFiles.write(results, account.tally(), account.books());
    }

    private Stream<BallotEntry> entries() {
        return ballots.stream()
                .map(ballot -> new BallotEntry(ballot.id(), ballot.ruling(), decided.rows(ballot, this::outcome)));
    }

    private DeckPage page(PageId id) {
        DeckPage page = pages.get(id);
        if (page == null) {
            throw new IllegalStateException(id + " did not come in");
        }
        return page;
    }

    private PageOutcome outcome(PageId id) {
        return outcome(page(id));
    }

    private PageOutcome outcome(DeckPage page) {
        return ledger.readings()
                .find(page.key(), basis)
                .orElseThrow(() -> new IllegalStateException(page.id() + " was not read"));
    }

    @Override
    public void close() throws IOException {
        if (closesLedger) {
            ledger.close();
        }
    }
}
