package vn.kiemphieu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.kiemphieu.decision.Role;

/** Every way into the desk, and who may go it. A new way without a line here fails. */
class RoutesTest {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> MEMBERS = EnumSet.of(Role.MEMBER, Role.SECRETARY);
    private static final Set<Role> CHAIR = EnumSet.of(Role.CHAIR);
    private static final Set<Role> COMMITTEE = EnumSet.of(Role.MEMBER, Role.SECRETARY, Role.CHAIR);
    private static final Set<Role> PREPARING = EnumSet.of(Role.SECRETARY, Role.CHAIR, Role.ADMINISTRATOR);
    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);

    /** Nothing is proposed here, so that whoever may look finds nothing. */
    private static final String PROPOSED = "GET /form/proposed/{id}/page-{number}.png";

    /** {@code {id}} stands for a ballot that is there, {@code {name}} for a paper. */
    private static final Map<String, Set<Role>> MAY = Map.ofEntries(
            Map.entry("GET /login", EVERYBODY),
            Map.entry("GET /", EVERYBODY),
            Map.entry("GET /count", EVERYBODY),
            Map.entry("POST /count", PREPARING),
            Map.entry("POST /scans", PREPARING),
            Map.entry("POST /scans/folder", PREPARING),
            Map.entry("GET /review", MEMBERS),
            Map.entry("GET /chair", CHAIR),
            Map.entry("GET /ballots", EVERYBODY),
            Map.entry("GET /ballots/{id}", EVERYBODY),
            Map.entry("GET /ballots/{id}/{page}/{kind:straight|scan}.jpg", EVERYBODY),
            Map.entry("POST /ballots/{id}/answer", MEMBERS),
            Map.entry("POST /ballots/{id}/decide", CHAIR),
            Map.entry("POST /ballots/{id}/send", COMMITTEE),
            Map.entry("POST /undo", COMMITTEE),
            Map.entry("GET /check", EVERYBODY),
            Map.entry("POST /check", EnumSet.of(Role.CHAIR, Role.SECRETARY)),
            Map.entry("GET /papers", EVERYBODY),
            Map.entry("POST /papers", PREPARING),
            Map.entry("GET /papers/{name}", EVERYBODY),
            Map.entry("POST /papers/close", CHAIR),
            Map.entry("POST /papers/reopen", CHAIR),
            Map.entry("GET /deadlines.pdf", EVERYBODY),
            Map.entry("GET /hand", EVERYBODY),
            Map.entry("POST /hand", COMMITTEE),
            Map.entry("GET /hand/next", MEMBERS),
            Map.entry("GET /projector", EVERYBODY),
            Map.entry("POST /projector/show", CHAIR),
            Map.entry("POST /projector/hide", CHAIR),
            Map.entry("GET /meeting", EVERYBODY),
            Map.entry("POST /meeting", PREPARING),
            Map.entry("GET /form", EVERYBODY),
            Map.entry("GET /form/page-{number}.png", EVERYBODY),
            Map.entry("GET /form/print/{name}", PREPARING),
            Map.entry("POST /form/print", PREPARING),
            Map.entry("POST /form/learn", PREPARING),
            Map.entry(PROPOSED, PREPARING),
            Map.entry("POST /form/confirm", PREPARING),
            Map.entry("GET /trail", EVERYBODY),
            Map.entry("GET /people", ADMINISTRATOR),
            Map.entry("POST /people/add", ADMINISTRATOR),
            Map.entry("POST /people/close", ADMINISTRATOR),
            Map.entry("POST /people/eyes", ADMINISTRATOR));

    @TempDir
    private Path dir;

    private OpenDesk desk;

    @BeforeEach
    void open() throws Exception {
        CountedSamples.in(dir);
        desk = OpenDesk.on(dir);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void areAllInTheTable() {
        assertThat(routes()).hasSizeGreaterThan(20).isEqualTo(new TreeSet<>(MAY.keySet()));
    }

    @Test
    void letInWhoMayAndNobodyElse() {
        Map<Role, DeskVisitor> visitors = new EnumMap<>(Role.class);
        EVERYBODY.forEach(role -> visitors.put(role, desk.visitor(role)));
        new TreeMap<>(MAY)
                .forEach((route, may) -> visitors.forEach((role, visitor) -> {
                    int status = go(visitor, route).status();
                    boolean passed = status != 403;
                    assertThat(passed).as("%s by %s: %d", route, role, status).isEqualTo(may.contains(role));
                    if (passed && route.startsWith("GET")) {
                        assertThat(status).as("%s by %s", route, role).isEqualTo(route.equals(PROPOSED) ? 404 : 200);
                    }
                    assertThat(status).as("%s by %s", route, role).isLessThan(500);
                }));
    }

    @Test
    void showTheDoorToWhoeverHasNotEntered() {
        for (String route : MAY.keySet()) {
            DeskVisitor stranger = desk.stranger();
            stranger.get("/login");
            assertThat(go(stranger, route).path()).as(route).isEqualTo("/login");
        }
        assertThat(desk.stranger().get("/desk.css").status()).isEqualTo(200);
        assertThat(desk.stranger().get("/no-such-page").path()).isEqualTo("/login");
    }

    @Test
    void refuseEveryFormThatAnotherSiteSends() {
        long before = desk.office().docket().entries().size();
        DeskVisitor administrator = desk.visitor(Role.ADMINISTRATOR);
        DeskVisitor chair = desk.visitor(Role.CHAIR);
        DeskVisitor member = desk.visitor(Role.MEMBER);
        for (String route : MAY.keySet()) {
            if (route.startsWith("POST")) {
                String path = path(route);
                List<String> fields = Arrays.asList(fields(route));
                for (DeskVisitor each : List.of(administrator, chair, member)) {
                    assertThat(each.postRaw(path, fields).status()).as(route).isEqualTo(403);
                }
            }
        }
        assertThat(member.postRaw("/logout", List.of()).status()).isEqualTo(403);
        assertThat(member.get("/").status()).isEqualTo(200);
        assertThat(desk.office().docket().entries()).hasSize((int) before);
    }

    @Test
    void letAnObserverChangeNothing() throws Exception {
        DeskVisitor observer = desk.visitor(Role.OBSERVER);
        long trail = desk.office().docket().entries().size();
        List<?> accounts = desk.office().accounts().all();
        Map<String, Long> files = files();
        for (String route : MAY.keySet()) {
            int status = go(observer, route).status();
            if (route.startsWith("POST")) {
                assertThat(status).as(route).isEqualTo(403);
            }
        }
        assertThat(desk.office().docket().entries()).hasSize((int) trail);
        assertThat(desk.office().accounts().all()).isEqualTo(accounts);
        assertThat(files()).isEqualTo(files);
        for (String page : List.of(
                "/", "/ballots", "/hand", "/check", "/papers", "/projector", "/trail", "/ballots/" + ballot())) {
            assertThat(observer.get(page).body().replaceFirst("(?s)<form action=\"/logout\".*?</form>", ""))
                    .as("no button on %s that would be refused", page)
                    .doesNotContain("method=\"post\"");
        }
    }

    private Set<String> routes() {
        return desk.part(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(way -> way.getValue().getBeanType().getName().startsWith("vn.kiemphieu"))
                .flatMap(way -> way.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                way.getKey().getPatternValues().stream().map(pattern -> method.name() + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private DeskVisitor.Seen go(DeskVisitor visitor, String route) {
        if (route.startsWith("GET")) {
            return visitor.get(path(route));
        }
        return route.equals("POST /scans") || route.equals("POST /form/learn")
                ? visitor.send(path(route), List.of())
                : visitor.post(path(route), fields(route));
    }

    private String path(String route) {
        return route.substring(route.indexOf(' ') + 1)
                .replace("{id}", ballot())
                .replace("{page}", "0")
                .replace("{kind:straight|scan}", "straight")
                .replace("{number}", "1")
                .replace("{name}", route.startsWith("GET /form") ? "ballot.pdf" : "ballots.csv");
    }

    /** What is sent is as harmless as it can be; most of it is refused for what it says, once the lock is open. */
    private static String[] fields(String route) {
        return switch (route) {
            case "POST /people/add" ->
                new String[] {"name", "Not A Name", "person", "", "role", "MEMBER", "password", "short"};
            case "POST /people/close" -> new String[] {"name", "nobody"};
            case "POST /people/eyes" -> new String[] {"eyes", "2"};
            case "POST /form/print" -> new String[] {"copies", "0"};
            case "POST /form/confirm" -> new String[] {"id", "", "do", "drop"};
            case "POST /hand" -> new String[] {"number", "0", "why", ""};
            case "POST /papers/reopen" -> new String[] {"why", ""};
            case "POST /check" -> new String[] {"seed", "", "size", "1"};
            default -> new String[0];
        };
    }

    private String ballot() {
        return desk.office().docket().queue().get(0).ballot();
    }

    private Map<String, Long> files() throws Exception {
        try (Stream<Path> all = Files.walk(dir)) {
            return new TreeMap<>(all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("ledger"))
                    .collect(Collectors.toMap(
                            file -> dir.relativize(file).toString(),
                            file -> file.toFile().lastModified())));
        }
    }
}
