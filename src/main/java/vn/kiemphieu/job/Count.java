package vn.kiemphieu.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.decision.Subject;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.ScanFile;
import vn.kiemphieu.ledger.Arrivals;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.ledger.PageKey;
import vn.kiemphieu.ledger.PageOutcome;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.papers.BallotEntry;
import vn.kiemphieu.papers.ResultFiles;
import vn.kiemphieu.papers.TallyFiles;
import vn.kiemphieu.ruling.Ruling;

/** The work of one count, step by step, and what one step leaves for the next. {@link CountingJob} says in which order. */
final class Count {

    private final MeetingFolder folder;
    private final Meeting meeting;
    private final Ledger ledger;
    private final String basis;
    private final Intake intake;
    private final PageWork work;
    private final Clerk clerk;
    private final Views views;
    private final Watcher watcher;
    private final Pile<DeckPage> unread = new Pile<>();

    private final Pile<RuledBallot> undrawn = new Pile<>();
    private final FlaggedFolder flagged;
    private final Artist artist;
    private final Decisions decisions;

    private Deck deck = new Deck(List.of());
    private Map<PageId, DeckPage> pages = Map.of();
    private Arrivals.Changes changes = new Arrivals.Changes(0, List.of(), List.of());
    private int newlyRead;
    private int readAgain;
    private List<RuledBallot> ballots = List.of();
    private Decisions.Decided decided = Decisions.Decided.NONE;
    private Optional<CountingReport.Result> result = Optional.empty();

    /** A count that has not begun. */
    Count(MeetingFolder folder, Meeting meeting, Ledger ledger, Rooms rooms, Watcher watcher) {
        this.folder = folder;
        this.meeting = meeting;
        this.ledger = ledger;
        this.basis = rooms.basis();
        this.intake = rooms.intake();
        this.clerk = new Clerk(rooms.joiner(), rooms.rules(), ledger.rulings().ids());
        this.views = new Views(folder.results(), basis);
        this.work = new PageWork(rooms, clerk, views);
        this.watcher = watcher;
        this.flagged = new FlaggedFolder(folder.results(), basis);
        this.artist = new Artist(rooms, meeting.officials(), views);
        this.decisions = new Decisions(ledger, rooms.formSha256(), meeting, this::deckPage, this::outcome);
    }

    void takeIn() throws IOException {
        views.clear();
        deck = new Deck(intake.survey(takenBefore()));
        pages = deck.pagesById();
        changes = ledger.arrivals().note(deck.files());
        ledger.readings().forgetPagesOutOfMemory(basis);
        List<DeckPage> toRead = deck.unread(ledger.readings().pages(basis));
        unread.put(toRead);
        newlyRead = toRead.size();
        Set<PageKey> otherwise = ledger.readings().pagesOfOtherForms(basis);
        readAgain = (int)
                toRead.stream().filter(page -> otherwise.contains(page.key())).count();
        watcher.takenIn(pages.size(), pages.size() - newlyRead);
    }

    private Map<String, String> takenBefore() {
        return ledger.arrivals().present().stream()
                .filter(file -> file.refusal().isEmpty())
                .collect(Collectors.toMap(ScanFile::sha256, ScanFile::scan, (first, second) -> first));
    }

    Pile<DeckPage> unread() {
        return unread;
    }

    ReadPage lookAt(DeckPage page) throws CountingTrouble, IOException {
        boolean done = false;
        try {
            ReadPage read = work.lookAt(page);
            watcher.read(read.flagged());
            done = true;
            return read;
        } finally {
            if (!done) {
                unread.clear(); // this run has failed: the other threads need not read on for an hour to hear of it
            }
        }
    }

    void keep(List<? extends ReadPage> pages) {
        for (ReadPage page : pages) {
            ledger.readings().add(page.page().key(), basis, page.outcome());
        }
    }

    void rule() throws CountingTrouble {
        watcher.readingDone();
        ballots = clerk.rule(deck, this::outcome);
        Map<String, Ruling> named = new HashMap<>();
        ballots.stream().filter(ballot -> !ballot.id().isEmpty()).forEach(ballot -> {
            if (named.put(ballot.id(), ballot.ruling()) != null) {
                throw new IllegalStateException("Two ballots are called " + ballot.id());
            }
        });
        ledger.rulings().note(named);
        decided = decisions.on(ballots);
        ballots = decided.ballots();
    }

    /** {@return what the last count came to, as the machine ruled; empty where a page was not read yet} */
    Optional<CountedDeck> standing() {
        deck = new Deck(ledger.arrivals().present());
        pages = deck.pagesById();
        if (!deck.unread(ledger.readings().pages(basis)).isEmpty()) {
            return Optional.empty();
        }
        Map<String, RuledBallot> ruled = new HashMap<>();
        clerk.rule(deck, this::outcome).stream()
                .filter(ballot -> !ballot.id().isEmpty())
                .forEach(ballot -> ruled.put(ballot.id(), ballot));
        List<CountedBallot> counted = decisions.subjects(List.copyOf(ruled.values())).stream()
                .map(subject -> new CountedBallot(subject, seen(subject)))
                .toList();
        return Optional.of(new CountedDeck(counted, deck.lines().size()));
    }

    private List<CountedBallot.CountedPage> seen(Subject subject) {
        return subject.machine().pages().stream()
                .map(page -> {
                    PageOutcome outcome = outcome(page);
                    return new CountedBallot.CountedPage(
                            page, deckPage(page).key(), outcome.sheet(), outcome.problem());
                })
                .toList();
    }

    void tally() {
        Tally tally = Tally.of(
                meeting,
                ballots.stream().map(RuledBallot::ruling).toList(),
                decided.settlement().invalid());
        result = Optional.of(
                new CountingReport.Result(tally, Books.of(tally, deck.lines().size()), decided.review()));
    }

    private CountingReport.Result result() {
        return result.orElseThrow();
    }

    void write() throws IOException {
        ledger.save(); // no result may stand on paper that the ledger does not hold
        ResultFiles.writeBallots(folder.results(), this::entries);
        ResultFiles.writeReadings(folder.results(), meeting.officials(), this::entries);
        TallyFiles.write(folder.results(), result().tally(), result().books());
        undrawn.put(flagged.plan(ballots));
    }

    Pile<RuledBallot> undrawn() {
        return undrawn;
    }

    void draw(List<? extends RuledBallot> some) throws CountingTrouble, IOException {
        for (RuledBallot ballot : some) {
            List<Artist.Seen> pages = new ArrayList<>();
            for (PageId page : ballot.ruling().pages()) {
                pages.add(new Artist.Seen(deckPage(page), outcome(page)));
            }
            flagged.put(ballot.id(), artist.draw(ballot.id(), ballot.ruling(), pages));
        }
    }

    /** Ballot by ballot out of the ledger: all sheets at once would not fit. */
    private Stream<BallotEntry> entries() {
        return ballots.stream()
                .map(ballot -> new BallotEntry(ballot.id(), ballot.ruling(), decided.rows(ballot, this::outcome)));
    }

    private PageOutcome outcome(PageId page) {
        return outcome(deckPage(page));
    }

    private DeckPage deckPage(PageId page) {
        return Objects.requireNonNull(pages.get(page), () -> page + " did not come in");
    }

    private PageOutcome outcome(DeckPage page) {
        return ledger.readings()
                .find(page.key(), basis)
                .orElseThrow(() -> new IllegalStateException(page.id() + " was not read"));
    }

    /** What counts is what was written, so the proof reads it from the disk. */
    void reconcile() throws CountingTrouble, IOException {
        flagged.finish();
        views.clear();
        Reconciliation.check(deck.lines(), WrittenLines.of(folder.results().resolve("ballots.csv")));
    }

    CountingReport report() {
        return new CountingReport(
                deck.files().size(),
                deck.lines().size(),
                pages.size() - newlyRead,
                newlyRead,
                readAgain,
                changes.changed(),
                changes.gone(),
                result());
    }

    CountingTrouble stopped() {
        return new CountingTrouble(CountingTrouble.Kind.STOPPED, pages.size() - unread.left(), pages.size());
    }
}
