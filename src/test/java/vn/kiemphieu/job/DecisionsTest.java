package vn.kiemphieu.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kiemphieu.decision.Answer;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.decision.RowAnswer;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.ruling.RuleProfile;

/** What the committee decided comes out in every result, and only while it is about the same paper. */
class DecisionsTest {

    private static final String BASIS = "b".repeat(64);

    @TempDir
    private Path dir;

    private MeetingFolder folder;

    @BeforeEach
    void layOut() throws Exception {
        folder = new MeetingFolder(dir);
        Files.createDirectories(folder.scans());
        // One high, one confidence, one low, and one page that nobody could lay over the form.
        for (int i = 0; i < 4; i++) {
            StandIns.scan(folder, "scan-%d.png".formatted(i), i);
        }
    }

    @Test
    void countsABallotThatPeopleRead() throws Exception {
        CountingReport before = count();
        assertThat(before.result().tally().inReview()).isEqualTo(1);
        decide(new Answer.AsMarked(Map.of(1, RowAnswer.LOW)));
        CountingReport after = count();
        assertThat(after.newlyRead()).isZero();
        assertThat(after.result().tally().inReview()).isZero();
        assertThat(after.result().tally().officials().get(0).low())
                .isEqualTo(before.result().tally().officials().get(0).low() + 1);
        assertThat(ballots()).noneMatch(line -> line.contains(",review,"));
        assertThat(Files.readAllLines(folder.results().resolve("readings.csv")))
                .anyMatch(line -> line.matches("scan-.\\.png,1,\\w{12},1,Nguyễn Văn An,empty,empty,cross,counted,"));
        assertThat(after.result().review().decisions()).hasSize(1);
        assertThat(Files.list(folder.results().resolve("flagged"))).isEmpty();
    }

    @Test
    void leavesOutAPageThatPeopleCallNoBallot() throws Exception {
        count();
        decide(new Answer.NotABallot());
        CountingReport after = count();
        assertThat(after.result().tally().scanned()).isEqualTo(3);
        assertThat(ballots()).anyMatch(line -> line.endsWith(",1,,excluded,NOT_REGISTERED,1.000"));
    }

    @Test
    void confirmsAnInvalidBallotInTheBooks() throws Exception {
        count();
        decide(new Answer.AsMarked(Map.of(1, RowAnswer.SEVERAL)));
        CountingReport after = count();
        assertThat(after.result().tally().invalid()).isEqualTo(1);
        assertThat(after.result().tally().confirmed()).isEqualTo(1);
        assertThat(after.result().books().open())
                .noneMatch(line -> line.check() == vn.kiemphieu.count.Books.Check.INVALID_CONFIRMED);
    }

    @Test
    void asksAnewWhereTheFormIsAnother() throws Exception {
        count();
        decide(new Answer.NotABallot());
        CountingReport after = count("f".repeat(64));
        assertThat(after.result().tally().inReview()).isEqualTo(1);
        assertThat(after.result().review().decisions()).isEmpty();
        assertThat(after.result().review().setAside()).hasSize(1);
    }

    @Test
    void makesNoResultOnATrailThatWasBent() throws Exception {
        count();
        decide(new Answer.NotABallot());
        try (Ledger ledger = Ledger.open(folder.ledger(), 1)) {
            JdbcClient.create(ledger.dataSource())
                    .sql("UPDATE trail SET body = REPLACE(body, 'hoa', 'hoA') WHERE number = 1")
                    .update();
        }
        assertThatThrownBy(this::count).isInstanceOfSatisfying(CountingTrouble.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.TRAIL_BROKEN);
            assertThat(e.values()).containsExactly("1");
        });
    }

    @Test
    void countsABallotThatMembersEnteredFromThePaper() throws Exception {
        count();
        openByHand("TAY-001", "TAY-002");
        CountingReport open = count();
        assertThat(open.result().tally().scanned()).isEqualTo(6);
        assertThat(open.result().tally().inReview()).isEqualTo(3);
        enter("TAY-001", RowAnswer.HIGH, RowAnswer.HIGH);
        enter("TAY-002", RowAnswer.NONE, RowAnswer.NONE);
        CountingReport after = count();
        assertThat(after.result().tally().inReview()).isEqualTo(1);
        assertThat(after.result().tally().officials().get(0).high())
                .isEqualTo(open.result().tally().officials().get(0).high() + 1);
        assertThat(Files.readAllLines(folder.results().resolve("readings.csv")))
                .contains(",,TAY-001,1,Nguyễn Văn An,cross,empty,empty,counted,");
        assertThat(ballots()).hasSize(5).noneMatch(line -> line.contains("TAY"));
        assertThat(WorkDone.of(after.result().review(), List.of()).byHand()).isEqualTo(2);
    }

    @Test
    void leavesTwoDifferentEntriesOfOnePaperToTheChair() throws Exception {
        openByHand("TAY-001");
        enter("TAY-001", RowAnswer.HIGH, RowAnswer.LOW);
        assertThat(count().result().tally().inReview()).isEqualTo(2);
    }

    @Test
    void forgetsAnEntryThatTurnedOutToBeNoBallot() throws Exception {
        openByHand("TAY-001");
        answer("TAY-001", new Answer.NotABallot(), new Answer.NotABallot());
        CountingReport after = count();
        assertThat(after.result().tally().scanned()).isEqualTo(4);
        assertThat(WorkDone.of(after.result().review(), List.of()).byHand()).isZero();
    }

    @Test
    void countsAWholeBoxWithoutAnyScan() throws Exception {
        for (Path scan : Files.list(folder.scans()).toList()) {
            Files.delete(scan);
        }
        openByHand("TAY-001");
        enter("TAY-001", RowAnswer.CONFIDENCE, RowAnswer.CONFIDENCE);
        CountingReport after = count();
        assertThat(after.result().tally().valid()).isEqualTo(1);
        assertThat(after.result().tally().officials().get(0).confidence()).isEqualTo(1);
    }

    @Test
    void countsNothingForAnotherOfficialThanThePaperNamed() throws Exception {
        write("hoa", new Deed.WithoutScan(List.of("TAY-001"), List.of("Trần Thị Khác"), "rách"));
        assertThatThrownBy(this::count)
                .isInstanceOfSatisfying(
                        CountingTrouble.class, e -> assertThat(e.kind()).isEqualTo(Kind.ROSTER_CHANGED));
    }

    private void openByHand(String... names) throws Exception {
        List<String> roster =
                StandIns.MEETING.officials().stream().map(o -> o.name()).toList();
        write("hoa", new Deed.WithoutScan(List.of(names), roster, "rách"));
    }

    private void enter(String ballot, RowAnswer first, RowAnswer second) throws Exception {
        answer(ballot, new Answer.AsMarked(Map.of(1, first)), new Answer.AsMarked(Map.of(1, second)));
    }

    private void answer(String ballot, Answer first, Answer second) throws Exception {
        String reference;
        try (Ledger ledger = Ledger.open(folder.ledger(), 1)) {
            reference = Docket.of(List.of(), ledger.trail().entries(), RuleProfile.named(StandIns.MEETING.rules()))
                    .subject(ballot)
                    .orElseThrow()
                    .reference();
        }
        write("hoa", new Deed.Answered(ballot, reference, first, ""));
        write("minh", new Deed.Answered(ballot, reference, second, ""));
    }

    private void write(String member, Deed deed) throws Exception {
        try (Ledger ledger = Ledger.open(folder.ledger(), 1)) {
            ledger.trail().add(Instant.EPOCH, member, Role.MEMBER, List.of(deed));
        }
    }

    private List<String> ballots() throws Exception {
        return Files.readAllLines(folder.results().resolve("ballots.csv"));
    }

    private CountingReport count() throws Exception {
        return count(BASIS);
    }

    private CountingReport count(String basis) throws Exception {
        return counting(basis).run();
    }

    private Counting counting(String basis) {
        return new Counting(
                folder,
                StandIns.MEETING,
                StandIns.rooms(folder, basis, scan -> {}),
                new CountingSettings(1, Watcher.NOBODY));
    }

    /** Two members say the same of the one ballot that waits. */
    private void decide(Answer answer) throws Exception {
        try (Ledger ledger = Ledger.open(folder.ledger(), 1)) {
            CountedDeck deck = counting(BASIS).standing(ledger).orElseThrow();
            List<CountedBallot> waiting = new ArrayList<>(deck.ballots());
            waiting.removeIf(ballot -> !ballot.subject().asksPeople());
            assertThat(waiting).hasSize(1);
            for (String member : List.of("hoa", "minh")) {
                ledger.trail()
                        .add(
                                Instant.EPOCH,
                                member,
                                Role.MEMBER,
                                List.of(new Deed.Answered(
                                        waiting.get(0).subject().ballot(),
                                        waiting.get(0).subject().reference(),
                                        answer,
                                        "")));
            }
        }
    }
}
