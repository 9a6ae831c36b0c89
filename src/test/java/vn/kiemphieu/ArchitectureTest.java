package vn.kiemphieu;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The walls of the house. The same picture as in README.md; change both together. */
class ArchitectureTest {

    private static final String HOUSE = "vn.kiemphieu";

    /** Front to back: a room imports only rooms before it. */
    static final List<String> CORRIDOR =
            List.of("meeting", "form", "intake", "registration", "reading", "ruling", "decision", "count", "papers");

    private static final Map<String, Set<String>> SIDE_ROOMS = Map.of(
            "words", Set.of(),
            "vision", with("rehearsal"),
            "ledger", with(),
            "rehearsal", with("words"),
            "job", with("words", "ledger", "vision"),
            "review", with("words", "ledger", "job"),
            "cli", with("words", "ledger", "vision", "rehearsal", "job", "review"));

    /** What only some rooms may touch: whoever looks for it finds it in one place, and it can be replaced there. */
    private static final Map<String, Set<String>> KEPT_IN = Map.ofEntries(
            Map.entry("org.opencv..", Set.of("vision")),
            Map.entry("nu.pattern..", Set.of("vision")),
            Map.entry("net.sourceforge.tess4j..", Set.of("vision")),
            Map.entry("com.sun.jna..", Set.of("vision")),
            Map.entry("org.apache.pdfbox..", Set.of("papers", "intake")),
            Map.entry("org.apache.fontbox..", Set.of("papers", "intake")),
            Map.entry("com.openhtmltopdf..", Set.of("papers", "intake")),
            Map.entry("org.apache.poi..", Set.of("papers")),
            Map.entry("org.openxmlformats..", Set.of("papers")),
            Map.entry("org.springframework..", Set.of("ledger", "job", "cli", "review")),
            Map.entry("picocli..", Set.of("cli")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    @Test
    void looksAtTheWholeHouse() {
        assertThat(CLASSES).as("no rule below means anything on an empty set").hasSizeGreaterThan(150);
        assertThat(rooms()).containsAll(CORRIDOR).contains("vision", "ledger", "job", "cli", "words", "rehearsal");
    }

    @Test
    void knowsEveryRoom() {
        Set<String> known =
                Stream.concat(CORRIDOR.stream(), SIDE_ROOMS.keySet().stream()).collect(Collectors.toSet());

        assertThat(known).as("a new room needs its walls here").containsAll(rooms());
    }

    @ParameterizedTest
    @FieldSource("CORRIDOR")
    void looksOnlyForward(String room) {
        Set<String> allowed = new TreeSet<>(CORRIDOR.subList(0, CORRIDOR.indexOf(room)));
        if (room.equals("papers")) {
            allowed.add("words");
        }
        dependsOnlyOn(room, allowed);
    }

    @Test
    void keepsTheSideRoomsApart() {
        SIDE_ROOMS.forEach(ArchitectureTest::dependsOnlyOn);
    }

    @Test
    void keepsEachLibraryInItsRoom() {
        KEPT_IN.forEach((library, rooms) -> {
            String[] others = rooms().stream()
                    .filter(room -> !rooms.contains(room))
                    .map(ArchitectureTest::inside)
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAnyPackage(others))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)
                    .check(CLASSES);
        });
    }

    @Test
    void hasNoDrawersForThingsWithoutAName() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Manager|ServiceImpl|Impl|Common|Dto|DTO)(\\$.*)?")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..dto..", "..config..")
                .check(CLASSES);
    }

    @Test
    void hasNoRoomsThatNeedEachOther() {
        slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"ledger, ruling", "papers, intake", "vision, reading"})
    void wouldNoticeAHoleInTheWall(String room, String neighbour) {
        Set<String> allowed = new TreeSet<>(rooms());
        allowed.remove(neighbour);

        assertThatThrownBy(() -> dependsOnlyOn(room, allowed)).isInstanceOf(AssertionError.class);
    }

    /** The garbage collector frees a matrix while it is being released, unless it is held until then. */
    @Test
    void releasesMatricesInOnePlaceOnly() {
        assertThat(CLASSES.stream()
                        .flatMap(house -> house.getAccessesFromSelf().stream())
                        .filter(access -> access.getName().equals("release"))
                        .filter(access -> access.getTargetOwner().isAssignableTo("org.opencv.core.Mat"))
                        .map(access -> access.getOriginOwner().getName()))
                .containsOnly("vn.kiemphieu.vision.OpenCv");
    }

    private static void dependsOnlyOn(String room, Set<String> allowed) {
        String[] forbidden = rooms().stream()
                .filter(other -> !other.equals(room) && !allowed.contains(other))
                .map(ArchitectureTest::inside)
                .toArray(String[]::new);
        if (forbidden.length > 0) {
            noClasses()
                    .that(resideInAPackage(inside(room)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    private static Set<String> rooms() {
        return CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(HOUSE + "."))
                .map(name -> name.substring(HOUSE.length() + 1).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String inside(String room) {
        return HOUSE + "." + room + "..";
    }

    private static Set<String> with(String... sideRooms) {
        return Stream.concat(CORRIDOR.stream(), Stream.of(sideRooms)).collect(Collectors.toSet());
    }
}
