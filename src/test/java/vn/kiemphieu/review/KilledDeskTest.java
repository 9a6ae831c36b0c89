package vn.kiemphieu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Entry;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.meeting.MeetingFolder;

/** The real program, struck down between an answer and its being saved. */
@Tag("long")
class KilledDeskTest {

    private static final Pattern PLACE = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final Pattern BALLOT = Pattern.compile("action=\"/ballots/([A-Z0-9]+)/answer\"");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");
    private static final Pattern REFERENCE = Pattern.compile("name=\"reference\" value=\"([0-9a-f]{64})\"");

    @TempDir
    private Path dir;

    private MeetingFolder folder;

    @BeforeEach
    void layOut() throws Exception {
        folder = CountedSamples.in(dir.resolve("meeting"));
        try (OpenDesk desk = OpenDesk.on(folder.dir())) {
            assertThat(desk.office().docket().queue()).hasSizeGreaterThan(10);
        }
    }

    /** The two members answer as fast as they can; the seed says after how many answers the power fails. */
    @ParameterizedTest
    @ValueSource(longs = {20230720, 96, 145})
    void keepsEveryAnswerThatABrowserWasToldIsWritten(long seed) throws Exception {
        int enough = 1 + new Random(seed).nextInt(12);
        Process program = start();
        ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
        int port = port(program);
        List<Thread> people = new ArrayList<>();
        for (String member : List.of("member", "member2")) {
            DeskVisitor visitor = new DeskVisitor(port).enter(member, OpenDesk.PASSWORD);
            people.add(new Thread(() -> answerOn(visitor, member, told), member));
        }
        people.forEach(Thread::start);
        while (told.size() < enough && people.stream().anyMatch(Thread::isAlive)) {
            Thread.sleep(10);
        }
        program.destroyForcibly();
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        for (Thread person : people) {
            person.join();
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(enough);
        try (Ledger ledger = Ledger.open(folder.ledger(), 2)) {
            Set<String> kept = answers(ledger);
            assertThat(kept).containsAll(told);
            assertThat(kept.size() - told.size())
                    .as("the last of each, which nobody was told")
                    .isBetween(0, 2);
        }
        Process again = start();
        DeskVisitor member = new DeskVisitor(port(again)).enter("member", OpenDesk.PASSWORD);
        assertThat(member.get("/trail").body()).contains("Mọi dòng còn đúng như khi ghi");
        again.destroy();
        assertThat(again.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** A copy of the file is what is left of it where the power fails at this moment. */
    @Test
    void hasAnAnswerOnTheDiskWhenItSaysSo() throws Exception {
        try (OpenDesk desk = OpenDesk.on(folder.dir())) {
            DeskVisitor member = desk.visitor("member");
            ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 5; i++) {
                answer(member, "member", told);
                Path left = Files.createDirectories(dir.resolve("left-" + i));
                Files.copy(folder.dir().resolve("ledger.mv.db"), left.resolve("ledger.mv.db"));
                try (Ledger ledger = Ledger.open(left.resolve("ledger"), 1)) {
                    assertThat(answers(ledger)).hasSize(i + 1).containsAll(told);
                }
            }
        }
    }

    @Test
    void speaksToOtherMachinesOnlyUnderACertificate() throws Exception {
        Process program = start("--listen", "0.0.0.0");
        while (program.isAlive() && !FINGERPRINT.matcher(said()).find()) {
            Thread.sleep(10);
        }
        assertThat(program.isAlive()).as(said()).isTrue();
        assertThat(said()).contains("https://0.0.0.0:").doesNotContain("http://");
        program.destroyForcibly();
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void answerOn(DeskVisitor visitor, String member, ConcurrentLinkedQueue<String> told) {
        try {
            boolean more = true;
            while (more) {
                more = answer(visitor, member, told);
            }
        } catch (AssertionError gone) {
            return; // the desk was struck down
        }
    }

    /** {@return whether there was a ballot to answer} */
    private static boolean answer(DeskVisitor visitor, String member, ConcurrentLinkedQueue<String> told) {
        String page = visitor.get("/review").body();
        Matcher ballot = BALLOT.matcher(page);
        Matcher reference = REFERENCE.matcher(page);
        boolean waits = ballot.find() && reference.find();
        if (waits) {
            String name = ballot.group(1);
            String answered = visitor.post(
                            "/ballots/" + name + "/answer", "reference", reference.group(1), "verdict", "NOT_A_BALLOT")
                    .body();
            if (answered.contains("Đã ghi phiếu " + name)) {
                told.add(member + " " + name);
            }
        }
        return waits;
    }

    /** {@return who answered which ballot; each once, and with the machine's reading before it} */
    private static Set<String> answers(Ledger ledger) {
        assertThat(ledger.trail().proof().whole()).isTrue();
        Set<String> kept = new HashSet<>();
        Set<String> put = new HashSet<>();
        for (Entry entry : ledger.trail().entries()) {
            if (entry.deed() instanceof Deed.PutToPeople deed) {
                put.add(deed.ballot());
            } else if (entry.deed() instanceof Deed.Answered deed) {
                assertThat(kept.add(entry.by() + " " + deed.ballot())).isTrue();
                assertThat(put).as("what belongs together is there together").contains(deed.ballot());
            }
        }
        return kept;
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.kiemphieu.cli.KiemPhieu",
                "review",
                folder.dir().toString(),
                "--port",
                "0"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("said.txt").toFile())
                .start();
    }

    private String said() throws IOException {
        return Files.readString(dir.resolve("said.txt"));
    }

    private int port(Process program) throws Exception {
        while (program.isAlive()) {
            Matcher place = PLACE.matcher(said());
            if (place.find()) {
                return Integer.parseInt(place.group(1));
            }
            Thread.sleep(10);
        }
        throw new AssertionError(said());
    }
}
