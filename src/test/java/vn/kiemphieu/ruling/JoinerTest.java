package vn.kiemphieu.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.registration.Registration.Problem;

/**
 * Files are spelled page by page: a figure is that page of the form, {@code b} blank, {@code s} strange, {@code d}
 * damaged, {@code u} unreadable, {@code i} an identical copy. What comes out is spelled alike, bundle by bundle, with
 * {@code ?} for incomplete pages, {@code +} for possible writing, {@code !} for an unregistered page, {@code =} for no
 * ballot.
 */
class JoinerTest {

    @ParameterizedTest
    @CsvSource({
        "111,    1 1 1",
        "1b1b,   1 b= 1 b=",
        "b1b1,   b= 1 b= 1",
        "bb,     b= b=",
        "1d1,    1 d! 1",
        "1s1,    1+ s! 1",
        "1b1s1b, 1 b= 1+ s! 1 b=",
        "1bsb1b, 1 b= s! b= 1 b=",
        "b1s1b1, b= 1 s! 1+ b= 1",
        "s1,     s! 1+",
        "s11,    s! 1 1",
        "1u1,    1 u= 1",
        "1us,    1 u= s!",
        "ii,     i= i="
    })
    void joinsFilesOfOnePageBallots(String file, String bundles) {
        assertThat(join(1, file)).isEqualTo(bundles);
    }

    @ParameterizedTest
    @CsvSource({
        "1212,       12 12",
        "1b2b1b2b,   12 b= b= 12 b= b=",
        "1221,       12 21?",
        "2121,       21? 21?",
        "21,         21?",
        "1,          1?",
        "2,          2?",
        "121,        12? 1?",
        "12112,      12? 1? 12?",
        "1212112121, 12 12? 1? 12? 12? 1?",
        "1212112,    12 12? 1? 12?",
        "122,        12? 2?",
        "1222,       12? 2? 2?",
        "12212121212, 12? 2? 12? 12? 12? 12?",
        "112,        1? 12?",
        "1212122,    12 12 12? 2?",
        "1s12,       1s!? 12",
        "12s2,       12 s2!?",
        "1d12,       1d!? 12",
        "12s12,      12+ s! 12",
        "12d12,      12 d! 12",
        "1b2s1b2b,   12+ b= s! 12 b= b=",
        "1s2b1b2b,   12+ s! b= 12 b= b=",
        "1d2,        1? d! 2?",
        "1u2,        1? u= 2?",
        "12u12,      12 u= 12",
        "121u21212,  12? 1? u= 2? 12? 12",
        "12u21212,   12? u= 2? 12? 12",
        "u21212,     u= 2? 12? 12",
        "1u212121,   1? u= 2? 12? 12? 1?",
        "12u2121112, 12? u= 2? 12? 1? 1? 12?",
        "211u21212,  2? 1? 1? u= 2? 12? 12?",
        "u121212112, u= 12? 12? 12? 1? 12?",
        "u12121221,  u= 12 12 12? 2? 1?",
        "12ss12,     12+ s! s! 12",
        "1d,         1d!?",
        "121d,       12 1d!?",
        "ss,         s! s!"
    })
    void joinsFilesOfTwoPageBallots(String file, String bundles) {
        assertThat(join(2, file)).isEqualTo(bundles);
    }

    @ParameterizedTest
    @CsvSource({
        "123123,  123 123",
        "132123,  132? 123",
        "1s3123,  1s3!? 123",
        "12s123,  12s!? 123",
        "s23123,  s23!? 123",
        "13123,   1? 3? 123?",
        "12u3123123, 12? u= 3? 123? 123",
        "12312123, 123? 12? 123?",
        "1d23,    1? d! 23?",
        "12d3,    12? d! 3?",
        "12d,     12d!?",
        "1d,      1? d!"
    })
    void joinsFilesOfThreePageBallots(String file, String bundles) {
        assertThat(join(3, file)).isEqualTo(bundles);
    }

    @Test
    void joinsFilesOfOnePageEachInTheirOrder() {
        List<Bundle> bundles =
                new Joiner(2).join(List.of(placed("scan2.png", 1), placed("scan9.png", 2), placed("scan10.png", 1)));

        assertThat(pages(bundles)).containsExactly(List.of("scan2.png:1", "scan9.png:1"), List.of("scan10.png:1"));
        assertThat(bundles).allMatch(bundle -> bundle.doubts().contains(Fault.PAGES_INCOMPLETE));
    }

    @Test
    void joinsNothingAcrossFoldersOrFilesOfSeveralPages() {
        List<Bundle> bundles = new Joiner(2)
                .join(List.of(
                        placed("a/1.png", 1),
                        placed("b/1.png", 2),
                        placed("c/1.png", 1),
                        Outcome.placed(new PageId("c/2.pdf", 1), 1),
                        Outcome.placed(new PageId("c/2.pdf", 2), 2),
                        placed("c/3.png", 2)));

        assertThat(pages(bundles))
                .containsExactly(
                        List.of("a/1.png:1"),
                        List.of("b/1.png:1"),
                        List.of("c/1.png:1"),
                        List.of("c/2.pdf:1", "c/2.pdf:2"),
                        List.of("c/3.png:1"));
    }

    @Test
    void seesBacksAmongFilesOfOnePageWhereABlankOneShowsThatBothSidesWereScanned() {
        Outcome strange = Outcome.unplaced(new PageId("4.png", 1), new Problem.NotThisForm(0.1, 0.7));
        Outcome blank = Outcome.unplaced(new PageId("2.png", 1), new Problem.BlankPage(0));

        assertThat(spell(new Joiner(1).join(List.of(placed("1.png", 1), blank, placed("3.png", 1), strange))))
                .isEqualTo("1 b= 1+ s!");
        assertThat(spell(new Joiner(1).join(List.of(placed("1.png", 1), placed("3.png", 1), strange))))
                .isEqualTo("1 1 s!");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3"})
    void asksForTheSheetsOfPlacedPagesOnly(int formPages, int pagesInBallot) {
        Bundle bundle = new Joiner(formPages)
                .join(outcomes("123".substring(0, formPages) + "b"))
                .get(0);

        assertThat(bundle.placed()).hasSize(pagesInBallot);
    }

    @RepeatedTest(50)
    void losesNoPageAndDoublesNone(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        int formPages = 1 + random.nextInt(4);
        StringBuilder file = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            file.append("1234bsdui".charAt(random.nextInt(10) < 7 ? random.nextInt(formPages) : 4 + random.nextInt(5)));
        }

        List<Bundle> bundles = new Joiner(formPages).join(outcomes(file.toString()));

        assertThat(bundles.stream().flatMap(bundle -> bundle.pages().stream()))
                .containsExactlyInAnyOrderElementsOf(outcomes(file.toString()));
        assertThat(bundles)
                .allMatch(bundle -> !bundle.ballot()
                        || !bundle.doubts().isEmpty()
                        || spell(List.of(bundle)).equals("1234".substring(0, formPages)));
    }

    private static String join(int formPages, String file) {
        return spell(new Joiner(formPages).join(outcomes(file)));
    }

    private static List<Outcome> outcomes(String file) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < file.length(); i++) {
            PageId page = new PageId("all.pdf", i + 1);
            outcomes.add(
                    switch (file.charAt(i)) {
                        case 'b' -> Outcome.unplaced(page, new Problem.BlankPage(0));
                        case 's' -> Outcome.unplaced(page, new Problem.NotThisForm(0.1, 0.7));
                        case 'd' -> Outcome.unplaced(page, new Problem.CutOff(9));
                        case 'u' -> Outcome.unreadable(page);
                        case 'i' -> Outcome.identical(page);
                        default -> Outcome.placed(page, file.charAt(i) - '0');
                    });
        }
        return outcomes;
    }

    private static Outcome placed(String scan, int formPage) {
        return Outcome.placed(new PageId(scan, 1), formPage);
    }

    private static List<List<String>> pages(List<Bundle> bundles) {
        return bundles.stream()
                .map(bundle ->
                        bundle.pages().stream().map(p -> p.page().toString()).toList())
                .toList();
    }

    private static String spell(List<Bundle> bundles) {
        Map<Fault, String> signs =
                new HashMap<>(Map.of(Fault.NOT_REGISTERED, "!", Fault.PAGES_INCOMPLETE, "?", Fault.ADDITION, "+"));
        return bundles.stream()
                .map(bundle -> bundle.pages().stream().map(JoinerTest::letter).collect(Collectors.joining())
                        + (bundle.ballot() ? "" : "=")
                        + bundle.doubts().stream()
                                .sorted((a, b) -> b.compareTo(a))
                                .map(fault -> signs.getOrDefault(fault, ""))
                                .sorted()
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    private static String letter(Outcome page) {
        return switch (page.kind()) {
            case PLACED -> String.valueOf(page.formPage().orElseThrow());
            case BLANK -> "b";
            case STRANGE -> "s";
            case DAMAGED -> "d";
            case UNREADABLE -> "u";
            case IDENTICAL -> "i";
        };
    }
}
