package vn.kiemphieu.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people read is there in both languages, with the same figures in it, and nothing is asked for that is not there. */
class TextsTest {

    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    static Set<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("_.*", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void findsTheTexts() throws IOException {
        assertThat(rooms()).contains("cli", "meeting", "ruling", "flagged");
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void saysEverythingInBothLanguages(String room) {
        assertThat(texts(room, "en").keySet()).isEqualTo(texts(room, "vi").keySet());
        // The help of the commands is looked up by the library that parses them, by its own names.
        assertThat(texts(room, "vi").keySet()).allMatch(key -> room.equals("commands") || key.startsWith(room + "."));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void putsTheSameFiguresIntoBothLanguages(String room) {
        Map<String, String> english = texts(room, "en");
        texts(room, "vi")
                .forEach((key, text) -> assertThat(placeholders(english.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(text)));
    }

    /** A single apostrophe makes {@link MessageFormat} swallow what follows it. */
    @ParameterizedTest
    @MethodSource("rooms")
    void losesNoLetterToAnApostrophe(String room) {
        for (String language : new String[] {"vi", "en"}) {
            texts(room, language).forEach((key, text) -> {
                assertThat(text.replace("''", "").replace("'{'", "").replace("'}'", ""))
                        .as(key)
                        .doesNotContain("'");
                assertThat(new MessageFormat(text, Locale.ROOT).toPattern())
                        .as(key)
                        .isNotBlank();
            });
        }
    }

    /** Composed letters: what was typed on another keyboard would look the same and be found by no search. */
    @ParameterizedTest
    @MethodSource("rooms")
    void writesVietnameseInComposedLetters(String room) {
        texts(room, "vi")
                .forEach((key, text) -> assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                        .as(key)
                        .isTrue());
    }

    @Test
    void hasEveryTextThatTheCodeNames() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String room : rooms()) {
            keys.addAll(texts(room, "vi").keySet());
        }
        Pattern key = Pattern.compile("\"((?:" + String.join("|", rooms()) + ")\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.?)\"");
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .forEach(code -> key.matcher(code)
                            .results()
                            .map(found -> found.group(1))
                            .forEach(named::add));
        }
        named.removeIf(name -> FILE_NAMES.stream().anyMatch(name::endsWith));

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named)
                .allMatch(name -> name.endsWith(".")
                        ? keys.stream().anyMatch(text -> text.startsWith(name))
                        : keys.contains(name));
    }

    /** Names of files look like keys. */
    private static final Set<String> FILE_NAMES =
            Set.of(".yaml", ".json", ".txt", ".png", ".csv", ".pdf", ".jpg", ".db", ".lock");

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String room, String language) {
        Properties properties = new Properties();
        Path file = TEXTS.resolve(room + "_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
