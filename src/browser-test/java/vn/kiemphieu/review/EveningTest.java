package vn.kiemphieu.review;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.cli.KiemPhieu;
import vn.kiemphieu.decision.Standing.State;
import vn.kiemphieu.ledger.Ledger;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.words.Texts;

/** The whole evening in a real browser: from the empty meeting to the papers, with every page seen in both languages. */
@Tag("browser")
class EveningTest {

    private static final String PASSWORD = "mot-mat-khau-dai";

    private static final int BALLOTS = 11;

    /** As copied from a spreadsheet. */
    private static final String ROSTER = """
            TT\tHọ và tên\tChức vụ
            1\tNguyễn Văn An\tChủ tịch Hội đồng nhân dân
            2\tTrần Thị Bích Ngọc\tPhó Chủ tịch Hội đồng nhân dân
            3\tMấu Quốc Dũng\tTrưởng Ban Pháp chế
            4\tPhạm Thị Thu Hạnh\tTrưởng Ban Kinh tế - Ngân sách
            """;

    @TempDir
    private Path dir;

    @Test
    void goesFromAnEmptyMeetingToThePapersByKeyboardAlone() throws Exception {
        try (Desk desk = desk();
                Chromium chromium = new Chromium(desk.port())) {
            chromium.lookAt(chromium.enter("", ""), "/login", "login");
            Page administrator = chromium.enter(Desk.ADMINISTRATOR, PASSWORD);
            letPeopleIn(administrator);
            chromium.lookAt(administrator, "/people", "people");

            Page secretary = chromium.enter("hai", PASSWORD);
            writeTheMeeting(secretary, chromium);
            printTheForm(secretary, chromium);
            chromium.lookAt(secretary, "/", "home-before");
            scanAndCount(secretary, chromium, rehearsed());
            Office office = desk.part(Office.class);
            assertThat(office.docket().queue()).hasSizeGreaterThan(3);

            Page son = chromium.enter("son", PASSWORD);
            chromium.lookAt(son, "/review", "ballot");
            String first = heading(son);
            answer(son, false);
            son.keyboard().press("KeyZ");
            son.waitForFunction("h => document.querySelector('h1').textContent.includes(h)", first);
            chromium.look(son, "undone-vi");
            boolean rowsSeen = false;
            while (asks(son)) {
                if (!rowsSeen && son.querySelector("fieldset.row") != null) {
                    chromium.look(son, "ballot-rows-vi");
                    rowsSeen = true;
                }
                answer(son, false);
            }
            assertThat(rowsSeen).isTrue();
            chromium.look(son, "done-vi");

            Page mai = chromium.enter("mai", PASSWORD);
            mai.navigate("/review");
            for (int i = 0; asks(mai); i++) {
                answer(mai, i % 4 == 0);
            }
            assertThat(office.docket().in(State.MEMBERS)).isEmpty();
            assertThat(office.docket().in(State.CHAIR)).isNotEmpty();

            Page chair = chromium.enter("huong", PASSWORD);
            chromium.lookAt(chair, "/chair", "chair");
            while (asks(chair)) {
                answer(chair, false);
            }
            assertThat(office.docket().in(State.CHAIR)).isEmpty();

            papers(secretary, chromium);
            everyPage(chair, chromium, office);
            observerCannot(chromium, office);
            close(chair, chromium, office);
            assertThat(office.proof().whole()).isTrue();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void letPeopleIn(Page administrator) {
        Map<String, List<String>> people = Map.of(
                "huong", List.of("Lê Thị Hương", "CHAIR"),
                "son", List.of("Phạm Đức Sơn", "MEMBER"),
                "mai", List.of("Vũ Thị Mai", "MEMBER"),
                "hai", List.of("Cao Thanh Hải", "SECRETARY"),
                "viet", List.of("Đặng Quốc Việt", "OBSERVER"));
        people.forEach((name, who) -> {
            administrator.navigate("/people");
            administrator.fill("input[name=person]", who.get(0));
            administrator.selectOption("select[name=role]", who.get(1));
            administrator.fill("form[action='/people/add'] input[name=name]", name);
            administrator.fill("input[name=password]", PASSWORD);
            administrator.press("input[name=password]", "Enter");
            administrator.waitForSelector("td:text-is('" + name + "')");
        });
    }

    private static void writeTheMeeting(Page secretary, Chromium chromium) {
        chromium.lookAt(secretary, "/", "home-empty");
        chromium.lookAt(secretary, "/meeting", "meeting-empty");
        Map<String, String> fields = Map.of(
                "meeting/title", "Kỳ họp thứ mười",
                "meeting/date", "2026-11-30",
                "meeting/place", "Đà Nẵng",
                "meeting/basis", "Quy định số 96-QĐ/TW ngày 02/02/2023",
                "organisation/superior", "Tỉnh Quảng Đông",
                "organisation/name", "Hội đồng nhân dân tỉnh",
                "attendance/summoned", "12",
                "attendance/present", "12",
                "ballots/issued", String.valueOf(BALLOTS),
                "ballots/collected", String.valueOf(BALLOTS));
        fields.forEach((name, value) -> secretary.fill("[id='" + name + "']", value));
        secretary.fill("[id='chair/name']", "Ngô Thị Thảo");
        List<String> committee = List.of("Lê Thị Hương", "Phạm Đức Sơn", "Vũ Thị Mai");
        for (int i = 0; i < committee.size(); i++) {
            secretary.fill("input[name='committee/name'] >> nth=" + i, committee.get(i));
            secretary.fill("input[name='committee/about'] >> nth=" + i, i == 0 ? "Trưởng ban" : "Ủy viên");
        }
        secretary.fill("#pasted", ROSTER);
        secretary.press("button[value=read]", "Enter");
        secretary.waitForSelector("#officials .written");
        chromium.look(secretary, "meeting-roster-vi");
        secretary.press("button[value=save] >> nth=0", "Enter");
        secretary.waitForSelector("a[href='/form'].button");
        chromium.lookAt(secretary, "/meeting", "meeting");
    }

    private static void printTheForm(Page secretary, Chromium chromium) {
        chromium.lookAt(secretary, "/form", "form-empty");
        secretary.fill("input[name=copies]", String.valueOf(BALLOTS));
        secretary.press("form[action='/form/print'] button", "Enter");
        secretary.waitForSelector(".sheets img");
        chromium.lookAt(secretary, "/form", "form");
    }

    /** {@return scans of a deck with known marks for that very form} */
    private Path[] rehearsed() throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter screen = new PrintWriter(said, true);
        String[] words = {
            "rehearse", dir.toString(), "--ballots", String.valueOf(BALLOTS), "--seed", "5", "--scan", "mixed"
        };
        assertThat(KiemPhieu.run(screen, screen, words)).as(said::toString).isZero();
        try (Stream<Path> scans = Files.list(dir.resolve("rehearsal/mixed-" + BALLOTS + "-5/scans"))) {
            return scans.sorted().toArray(Path[]::new);
        }
    }

    private static void scanAndCount(Page secretary, Chromium chromium, Path[] scans) {
        secretary.navigate("/");
        secretary.setInputFiles("input[type=file]", scans);
        secretary.press("form[action='/scans'] button", "Enter");
        secretary.waitForSelector(".note[role=status]");
        secretary.press("form[action='/count'] button", "Enter");
        secretary.waitForSelector("progress");
        secretary.waitForSelector("#progress a");
        chromium.lookAt(secretary, "/", "home-counted");
    }

    private static boolean asks(Page page) {
        return page.querySelector("form.ask") != null;
    }

    private static String heading(Page page) {
        return page.textContent("h1 span").strip();
    }

    /** Answers the ballot on the screen by keys alone and waits for the next one. */
    private static void answer(Page page, boolean cannotDecide) {
        String before = heading(page);
        if (cannotDecide) {
            page.keyboard().press("KeyC");
        } else if (page.querySelector("[data-key=KeyK]") != null) {
            page.keyboard().press("KeyK");
        } else if (page.querySelector("fieldset.row") == null) {
            page.keyboard().press("Enter");
        } else {
            int rows = page.querySelectorAll("fieldset.row").size();
            for (int i = 0; i < rows; i++) {
                page.keyboard().press("Digit2");
            }
        }
        page.waitForFunction(
                "h => document.readyState === 'complete' && !document.querySelector('h1').textContent.includes(h)",
                before);
    }

    private static void papers(Page secretary, Chromium chromium) {
        secretary.navigate("/papers");
        secretary.press("form[action='/papers'] button", "Enter");
        secretary.waitForSelector("a[href='/papers/bien-ban-kiem-phieu.pdf']");
        assertThat(secretary.request().get("/papers/bien-ban-kiem-phieu.pdf").body())
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        chromium.lookAt(secretary, "/papers", "papers");
        chromium.lookAt(secretary, "/hand", "hand");
    }

    private static void everyPage(Page chair, Chromium chromium, Office office) {
        String ballot = office.docket().queue().get(0).ballot();
        chromium.lookAt(chair, "/", "home-chair");
        chromium.print(chair, "home");
        chromium.lookAt(chair, "/ballots", "ballots");
        chromium.lookAt(chair, "/ballots/" + ballot, "look");
        chromium.lookAt(chair, "/check", "check");
        chromium.lookAt(chair, "/trail", "trail");
        chromium.print(chair, "trail");
        chromium.lookAt(chair, "/projector", "projector");
        chair.press("form[action='/projector/show'] button", "Enter");
        chair.waitForSelector(".result");
        chromium.lookAt(chair, "/projector", "projector-shown");
        chair.keyboard().press("ArrowRight");
        chair.waitForSelector(".result.one");
        chromium.look(chair, "projector-one-vi");
        chromium.lookAt(chair, "/people", "forbidden");
    }

    private static void close(Page chair, Chromium chromium, Office office) {
        chair.navigate("/papers");
        chair.focus("summary");
        chair.keyboard().press("Enter");
        chair.press("form[action='/papers/close'] button", "Enter");
        chair.waitForSelector("form[action='/papers/reopen']", new Page.WaitForSelectorOptions().setState(ATTACHED));
        assertThat(office.closed()).isPresent();
        chromium.lookAt(chair, "/papers", "papers-closed");
    }

    private static void observerCannot(Chromium chromium, Office office) {
        Page observer = chromium.enter("viet", PASSWORD);
        chromium.lookAt(observer, "/", "home-observer");
        String ballot = office.docket().queue().get(0).ballot();
        int before = office.docket().entries().size();
        for (String path : List.of("/ballots/" + ballot + "/send", "/count", "/papers", "/undo", "/people/eyes")) {
            Object status = observer.evaluate(
                    "async path => (await fetch(path, {method: 'POST', body: new URLSearchParams({why: '', eyes: '1', "
                            + "_csrf: document.querySelector('input[name=_csrf]').value})})).status",
                    path);
            assertThat(status).as(path).isEqualTo(403);
        }
        assertThat(office.docket().entries()).hasSize(before);
    }

    private Desk desk() throws IOException {
        MeetingFolder folder = new MeetingFolder(dir);
        Ledger ledger = Ledger.open(folder.ledger(), 8);
        Desk.letIn(ledger, PASSWORD, Clock.systemUTC());
        return Desk.open(
                new Desk.Opened(folder, new Desk.Program("1")),
                ledger,
                new Desk.Place("127.0.0.1", 0, Optional.empty()),
                Texts.VIETNAMESE,
                Clock.systemUTC());
    }
}
