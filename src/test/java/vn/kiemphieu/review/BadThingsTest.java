package vn.kiemphieu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Entry;
import vn.kiemphieu.decision.Standing.State;
import vn.kiemphieu.decision.Subject;

/** What goes wrong where several people decide at once, late in the evening, on a machine that is not always right. */
@Tag("long")
class BadThingsTest {

    private static final String NOT_A_BALLOT = "NOT_A_BALLOT";

    @TempDir
    private Path dir;

    private final SettableClock clock = new SettableClock();
    private OpenDesk desk;

    @BeforeEach
    void open() throws Exception {
        CountedSamples.in(dir);
        desk = OpenDesk.on(dir, new Surroundings(clock, System::nanoTime, DataSize.ofMegabytes(1)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** Both have the ballot before them; the first settles nothing alone, the second sees nothing of the first. */
    @Test
    void takesBothAnswersOfTwoMembersAtTheSameBallot() {
        DeskVisitor one = desk.visitor("member");
        DeskVisitor two = desk.visitor("member2");
        Subject first = first();
        assertThat(one.get("/review").body()).contains(first.ballot());
        assertThat(two.get("/review").body()).contains(first.ballot());
        assertThat(answer(one, first, NOT_A_BALLOT).body()).contains("Đã ghi phiếu " + first.ballot());
        assertThat(answer(two, first, NOT_A_BALLOT).body()).contains("Đã ghi phiếu " + first.ballot());
        assertThat(state(first)).isEqualTo(State.SETTLED);
        assertThat(answer(one, first, "CANNOT_DECIDE").body()).contains("role=\"alert\"");
        assertThat(answered(first)).hasSize(2);
    }

    @Test
    void tellsTheThirdMemberThatOthersWereFaster() {
        Subject first = first();
        DeskVisitor third = desk.visitor("secretary");
        third.get("/review");
        answer(desk.visitor("member"), first, NOT_A_BALLOT);
        answer(desk.visitor("member2"), first, NOT_A_BALLOT);
        assertThat(answer(third, first, "CANNOT_DECIDE").body()).contains("role=\"alert\"");
        assertThat(state(first)).isEqualTo(State.SETTLED);
        assertThat(answered(first)).hasSize(2);
    }

    /** Each presses many times on every ballot, all at the same moment. */
    @Test
    void countsOneAnswerOfEachHoweverManyThreadsSendIt() throws Exception {
        List<Subject> queue = desk.office().docket().queue();
        List<DeskVisitor> visitors = new ArrayList<>();
        for (String account : List.of("member", "member", "member2", "member2", "secretary", "secretary")) {
            DeskVisitor visitor = desk.visitor(account);
            visitor.get("/review");
            visitors.add(visitor);
        }
        CyclicBarrier together = new CyclicBarrier(visitors.size());
        List<Callable<Integer>> work = new ArrayList<>();
        for (DeskVisitor visitor : visitors) {
            work.add(() -> {
                int written = 0;
                for (Subject subject : queue) {
                    together.await();
                    written += isWritten(answer(visitor, subject, NOT_A_BALLOT), subject) ? 1 : 0;
                }
                return written;
            });
        }
        int written = 0;
        for (Future<Integer> each : atOnce(work)) {
            written += each.get();
        }
        assertThat(written).as("told to browsers").isEqualTo(2 * queue.size());
        for (Subject subject : queue) {
            assertThat(answered(subject)).hasSize(2);
            assertThat(answered(subject).stream().map(Entry::by).distinct()).hasSize(2);
            assertThat(state(subject)).isEqualTo(State.SETTLED);
            assertThat(put(subject)).as("the machine's reading is kept once").isEqualTo(1);
        }
        assertNumbersWithoutGaps();
    }

    /** The chair decides, the member takes back what brought it to the chair, another member answers: at one moment. */
    @Test
    void letsOneThingHappenAfterTheOtherWhereTheChairDecidesWhileMembersAnswer() throws Exception {
        DeskVisitor chair = desk.visitor("chair");
        DeskVisitor unsure = desk.visitor("member");
        DeskVisitor late = desk.visitor("secretary");
        CyclicBarrier together = new CyclicBarrier(3);
        for (Subject subject : desk.office().docket().queue()) {
            answer(unsure, subject, "CANNOT_DECIDE");
            assertThat(state(subject)).isEqualTo(State.CHAIR);
            List.of(chair, unsure, late).forEach(each -> each.get("/"));
            List<Future<DeskVisitor.Seen>> seen = atOnce(List.of(
                    () -> {
                        together.await();
                        return post(chair, subject, "decide", NOT_A_BALLOT);
                    },
                    () -> {
                        together.await();
                        return unsure.post("/undo");
                    },
                    () -> {
                        together.await();
                        return post(late, subject, "answer", "INVALID:NO_MARK");
                    }));
            boolean decided = isWritten(seen.get(0).get(), subject);
            boolean withdrawn = seen.get(1).get().body().contains("Đã rút lại");
            boolean answered = isWritten(seen.get(2).get(), subject);
            assertThat(decided).as("the chair or the member was first").isNotEqualTo(withdrawn);
            assertThat(answered && decided).as("what the chair decided stands").isFalse();
            assertThat(history(subject, Deed.Decided.class)).hasSize(decided ? 1 : 0);
            assertThat(history(subject, Deed.Withdrawn.class)).hasSize(withdrawn ? 1 : 0);
            assertThat(answered(subject)).hasSize(answered ? 2 : 1);
            assertThat(state(subject)).isEqualTo(decided ? State.SETTLED : State.MEMBERS);
        }
        assertNumbersWithoutGaps();
    }

    @Test
    void takesAnswersWhileTheMachineCounts() {
        Subject first = first();
        DeskVisitor chair = desk.visitor("chair");
        chair.get("/");
        chair.post("/count");
        DeskVisitor one = desk.visitor("member");
        one.get("/review");
        assertThat(isWritten(answer(one, first, NOT_A_BALLOT), first)).isTrue();
        chair.get("/");
        chair.post("/count"); // a second one begins only after the first
        CountRun run = desk.part(CountRun.class);
        while (run.running()) {
            assertThat(one.get("/ballots/" + first.ballot()).status()).isEqualTo(200);
        }
        assertThat(run.trouble()).isEmpty();
        assertThat(run.broken()).isFalse();
        DeskVisitor two = desk.visitor("member2");
        two.get("/review");
        assertThat(isWritten(answer(two, first, NOT_A_BALLOT), first)).isTrue();
        assertThat(state(first)).isEqualTo(State.SETTLED);
        assertNumbersWithoutGaps();
    }

    @Test
    void takesNoAnswerToAPaperThatWasReadAnew() {
        Subject first = first();
        DeskVisitor one = desk.visitor("member");
        one.get("/review");
        String old = one.post(
                        "/ballots/" + first.ballot() + "/answer", "reference", "0".repeat(64), "verdict", NOT_A_BALLOT)
                .body();
        assertThat(old).contains("role=\"alert\"");
        assertThat(answered(first)).isEmpty();
    }

    @Test
    void ordersByNumbersWhenTheClockIsSetBack() {
        Subject first = first();
        clock.now = Instant.parse("2023-07-20T15:00:00Z");
        answer(desk.visitor("member"), first, NOT_A_BALLOT);
        clock.now = Instant.parse("2023-07-20T14:00:00Z");
        answer(desk.visitor("member2"), first, "CANNOT_DECIDE");
        clock.now = Instant.parse("2023-07-19T23:00:00Z");
        DeskVisitor chair = desk.visitor("chair");
        chair.get("/chair");
        post(chair, first, "decide", NOT_A_BALLOT);
        assertThat(state(first)).isEqualTo(State.SETTLED);
        List<Entry> entries = desk.office().docket().entries();
        assertThat(entries.get(entries.size() - 1).deed()).isInstanceOf(Deed.Decided.class);
        assertNumbersWithoutGaps();
        String trail = chair.get("/trail").body();
        assertThat(trail.indexOf("trưởng ban quyết định"))
                .as("the newest is on top, whatever the clock said")
                .isPositive()
                .isLessThan(trail.indexOf("Chuyển trưởng ban quyết định"));
    }

    private Subject first() {
        return desk.office().docket().queue().get(0);
    }

    private static DeskVisitor.Seen answer(DeskVisitor who, Subject subject, String verdict) {
        if (who.get("/").status() != 200) {
            throw new AssertionError("Shown out");
        }
        return post(who, subject, "answer", verdict);
    }

    private static DeskVisitor.Seen post(DeskVisitor who, Subject subject, String way, String verdict) {
        return who.post(
                "/ballots/" + subject.ballot() + "/" + way, "reference", subject.reference(), "verdict", verdict);
    }

    private static boolean isWritten(DeskVisitor.Seen seen, Subject subject) {
        return seen.body().contains("Đã ghi phiếu " + subject.ballot());
    }

    private State state(Subject subject) {
        return desk.office().docket().standing(subject).state();
    }

    private List<Entry> answered(Subject subject) {
        return history(subject, Deed.Answered.class);
    }

    private int put(Subject subject) {
        return history(subject, Deed.PutToPeople.class).size();
    }

    private List<Entry> history(Subject subject, Class<? extends Deed> kind) {
        return desk.office().docket().history(subject).stream()
                .filter(entry -> kind.isInstance(entry.deed()))
                .toList();
    }

    private void assertNumbersWithoutGaps() {
        long expected = 1;
        for (Entry entry : desk.office().docket().entries()) {
            assertThat(entry.number()).isEqualTo(expected++);
        }
        assertThat(desk.office().proof().whole()).isTrue();
    }

    private static <T> List<Future<T>> atOnce(List<Callable<T>> work) throws InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(work.size());
        try {
            return people.invokeAll(work);
        } finally {
            people.shutdown();
        }
    }

    /** A clock that somebody sets. */
    private static final class SettableClock extends Clock {

        private volatile Instant now = Instant.parse("2023-07-20T13:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(this, Duration.ZERO);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
