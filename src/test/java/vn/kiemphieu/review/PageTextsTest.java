package vn.kiemphieu.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;

/** No page says a word by itself: every one of them comes out of the texts, and is there in both languages. */
class PageTextsTest {

    private static final Path PAGES = Path.of("src/main/resources/desk-pages");
    private static final Path SCRIPT = Path.of("src/main/resources/desk-files/desk.js");

    private static final Pattern TAG = Pattern.compile("<!--.*?-->|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", Pattern.DOTALL);

    /** What a browser shows or reads aloud although it stands inside a tag. */
    private static final Pattern SPOKEN = Pattern.compile("[\\s\"](?:title|alt|placeholder|aria-label)=\"([^\"]*)\"");

    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]*)[(}]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern VIETNAMESE = Pattern.compile("[\\p{L}&&[^\\p{ASCII}]]");

    /** The names of keys on the keyboard are the same in every language. */
    private static final Pattern KEYBOARD = Pattern.compile("<kbd[^>]*>[^<]*</kbd>");

    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages.sorted().toList();
        }
    }

    @Test
    void findsThePages() throws IOException {
        assertThat(pages())
                .hasSizeGreaterThan(15)
                .anyMatch(page -> page.endsWith("home.html"))
                .anyMatch(page -> page.endsWith("ballot.html"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysNothingOutsideTheTexts(Path page) throws IOException {
        String html = KEYBOARD.matcher(Files.readString(page)).replaceAll("");
        assertThat(TAG.matcher(html).replaceAll(" ")).doesNotContainPattern(LETTER);
        assertThat(SPOKEN.matcher(html).results().map(found -> found.group(1)))
                .noneMatch(spoken -> LETTER.matcher(spoken).find());
        assertThat(html).doesNotContainPattern(VIETNAMESE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void asksForTextsThatAreThereInBothLanguages(Path page) throws IOException {
        MessageSource texts = new PageTexts();
        for (String key : keys(Files.readString(page))) {
            for (String language : List.of("vi", "en")) {
                assertThat(texts.getMessage(key, new Object[0], "", Locale.forLanguageTag(language)))
                        .as("%s in %s", key, language)
                        .isNotBlank();
            }
        }
    }

    @Test
    void leavesTheScriptWithoutWords() throws IOException {
        assertThat(Files.readString(SCRIPT)).doesNotContainPattern(VIETNAMESE);
    }

    private static Set<String> keys(String html) {
        return KEY.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
