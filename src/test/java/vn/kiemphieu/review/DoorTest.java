package vn.kiemphieu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import vn.kiemphieu.decision.Role;

/** Who gets in, for how long, and what every page tells the browser about itself. */
class DoorTest {

    @TempDir
    private Path dir;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // such a clock may run over

    private OpenDesk desk;

    @BeforeEach
    void open() throws Exception {
        CountedSamples.in(dir);
        desk = OpenDesk.on(dir, new Surroundings(Clock.systemUTC(), nanos::get, DataSize.ofMegabytes(1)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void makesWhoeverGuessesWaitAndThenLetsTheRightOneIn() {
        for (int i = 0; i < Door.TRIES; i++) {
            assertThat(entered("member", "guess-%d".formatted(i))).isFalse();
        }
        assertThat(entered("member", OpenDesk.PASSWORD)).as("shut").isFalse();
        assertThat(entered("member2", OpenDesk.PASSWORD))
                .as("only for that one")
                .isTrue();
        nanos.addAndGet(Door.WAIT_NANOS - 1);
        assertThat(entered("member", OpenDesk.PASSWORD)).as("still shut").isFalse();
        nanos.addAndGet(1);
        assertThat(entered("member", OpenDesk.PASSWORD)).as("open again").isTrue();
    }

    @Test
    void forgetsSlipsOfTheFingersWhenSomebodyGetsIn() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < Door.TRIES - 1; i++) {
                assertThat(entered("member", "slip-of-fingers")).isFalse();
            }
            assertThat(entered("member", OpenDesk.PASSWORD)).isTrue();
        }
    }

    @Test
    void tellsNobodyWhichNamesThereAre() {
        DeskVisitor stranger = desk.stranger();
        stranger.get("/login");
        String wrongPassword = stranger.post("/login", "username", "member", "password", "wrong-password")
                .body();
        stranger.get("/login");
        String noSuchName = stranger.post("/login", "username", "nobody", "password", "wrong-password")
                .body();
        assertThat(withoutToken(noSuchName)).isEqualTo(withoutToken(wrongPassword));
    }

    @Test
    void showsOutWhoseAccountIsClosedMeanwhile() {
        DeskVisitor member = desk.visitor(Role.MEMBER);
        assertThat(member.get("/review").status()).isEqualTo(200);
        String ballot = desk.office().docket().queue().get(0).ballot();
        DeskVisitor administrator = desk.visitor(Role.ADMINISTRATOR);
        administrator.get("/people");
        administrator.post("/people/close", "name", "member");
        int before = desk.office().docket().entries().size();
        assertThat(member.post("/ballots/" + ballot + "/answer", "verdict", "NOT_A_BALLOT")
                        .path())
                .isEqualTo("/login");
        assertThat(desk.office().docket().entries()).hasSize(before);
        assertThat(member.get("/").path()).isEqualTo("/login");
        assertThat(entered("member", OpenDesk.PASSWORD)).isFalse();
    }

    @Test
    void neverClosesTheLastAdministrator() {
        DeskVisitor administrator = desk.visitor(Role.ADMINISTRATOR);
        administrator.get("/people");
        administrator.post("/people/close", "name", "administrator");
        assertThat(administrator.get("/people").status()).isEqualTo(200);
    }

    @Test
    void endsASessionOnLeaving() {
        DeskVisitor member = desk.visitor(Role.MEMBER);
        member.get("/");
        assertThat(member.post("/logout").path()).isEqualTo("/login");
        assertThat(member.get("/").path()).isEqualTo("/login");
    }

    @Test
    void givesACookieThatNoScriptAndNoOtherSiteCanUse() {
        HttpHeaders first = desk.stranger().get("/login").answer().headers();
        assertThat(first.allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Strict"))
                .allSatisfy(cookie -> assertThat(cookie).contains("Path=/"));
    }

    @Test
    void changesTheSessionAtTheDoor() {
        DeskVisitor member = desk.stranger();
        String before = session(member.get("/login"));
        String after = session(member.post("/login", "username", "member", "password", OpenDesk.PASSWORD));
        assertThat(after).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void tellsTheBrowserToKeepToItself() {
        DeskVisitor member = desk.visitor(Role.MEMBER);
        for (String page : List.of("/", "/review", "/ballots", "/trail", "/no-such-page", "/desk.js")) {
            HttpHeaders headers = member.get(page).answer().headers();
            assertThat(headers.firstValue("content-security-policy")).as(page).contains(Locks.POLICY);
            assertThat(headers.firstValue("x-content-type-options")).as(page).contains("nosniff");
            assertThat(headers.firstValue("x-frame-options")).as(page).contains("DENY");
            assertThat(headers.firstValue("referrer-policy")).as(page).contains("no-referrer");
        }
        assertThat(Locks.POLICY)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http", "*", "data:");
    }

    @Test
    void leavesNoBallotAndNoPageInTheBrowsersStore() {
        DeskVisitor member = desk.visitor(Role.MEMBER);
        String ballot = desk.office().docket().queue().get(0).ballot();
        for (String secret : List.of(
                "/ballots/" + ballot + "/0/straight.jpg", "/ballots/" + ballot + "/0/scan.jpg", "/review", "/trail")) {
            assertThat(member.get(secret).answer().headers().firstValue("cache-control"))
                    .as(secret)
                    .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        }
    }

    private boolean entered(String name, String password) {
        DeskVisitor visitor = desk.stranger();
        visitor.get("/login");
        return !visitor.post("/login", "username", name, "password", password)
                .path()
                .equals("/login");
    }

    /** {@return the session's number, as the last answer on the way set it} */
    private static String session(DeskVisitor.Seen seen) {
        return java.util.stream.Stream.iterate(
                        java.util.Optional.of(seen.answer()),
                        java.util.Optional::isPresent,
                        answer -> answer.flatMap(java.net.http.HttpResponse::previousResponse))
                .flatMap(answer -> answer.orElseThrow().headers().allValues("set-cookie").stream())
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\"[^>]*value=\"[^\"]*\"", "");
    }
}
