package vn.kiemphieu.form;

import static vn.kiemphieu.form.FormProblem.Kind.BLANK_CHANGED;
import static vn.kiemphieu.form.FormProblem.Kind.BLANK_MISSING;
import static vn.kiemphieu.form.FormProblem.Kind.CONTRADICTORY;
import static vn.kiemphieu.form.FormProblem.Kind.DAMAGED;
import static vn.kiemphieu.form.FormProblem.Kind.MISSING;
import static vn.kiemphieu.form.FormProblem.Kind.NEWER;
import static vn.kiemphieu.form.FormProblem.Kind.OTHER_NAME;
import static vn.kiemphieu.form.FormProblem.Kind.OTHER_NUMBER;
import static vn.kiemphieu.form.FormProblem.Kind.UNREADABLE;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.kiemphieu.meeting.Official;

/**
 * The folder {@code form/}: {@code form.json} with the geometry, {@code page-1.png} … with the blank pages. The names
 * printed on the ballot are kept too: a roster that was reordered afterwards would give every vote to another person,
 * so such a form is refused when it is loaded.
 */
public final class FormFile {

    private static final String NAME = "form.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FormFile() {}

    /**
     * Saves the form; {@code form.json} comes last and whole, so a form broken off half-way is noticed when loaded.
     *
     * @param officials as printed on the ballot
     */
    public static Path save(Path formDir, BallotForm form, List<Official> officials) throws IOException {
        if (form.officials() != officials.size()) {
            throw new IllegalArgumentException(
                    "%d rows for %d officials".formatted(form.officials(), officials.size()));
        }
        Contradictions.in(form).ifPresent(what -> {
            throw new IllegalArgumentException(what);
        });
        Files.createDirectories(formDir);
        for (Path old : pagesIn(formDir)) {
            Files.delete(old);
        }
        for (FormPage page : form.pages()) {
            Files.write(
                    formDir.resolve(SavedForm.fileOf(page.number())),
                    page.blank().png());
        }
        Path whole = formDir.resolve(NAME);
        Path part = formDir.resolve(NAME + ".part");
        Files.writeString(part, JSON.writeValueAsString(SavedForm.of(form, officials)) + "\n");
        return Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** {@return the form, if it is whole and was made for these officials in this order; otherwise the reason} */
    public static FormReading load(Path formDir, List<Official> officials) {
        Path file = formDir.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return FormReading.refused(MISSING);
        }
        try {
            @Nullable SavedForm saved = JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), SavedForm.class);
            if (saved == null) { // the whole file is the word null
                return FormReading.refused(DAMAGED, 1);
            }
            if (saved.version() != SavedForm.VERSION) {
                return FormReading.refused(NEWER, saved.version());
            }
            Optional<FormProblem> other = otherRoster(saved, officials);
            return other.isPresent() ? new FormReading(Optional.empty(), other) : whole(formDir, saved);
        } catch (JacksonException e) {
            return FormReading.refused(
                    DAMAGED, e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        } catch (CharacterCodingException e) {
            return FormReading.refused(DAMAGED, 0);
        } catch (IOException e) {
            return FormReading.refused(UNREADABLE, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return FormReading.refused(CONTRADICTORY, String.valueOf(e.getMessage()));
        }
    }

    private static FormReading whole(Path formDir, SavedForm saved) throws IOException {
        List<Blank> blanks = new ArrayList<>();
        for (SavedForm.SavedPage page : saved.pages()) {
            // Not the name that stands in the file: a form is never told to read something else on the disk.
            Path image = formDir.resolve(SavedForm.fileOf(blanks.size() + 1));
            if (!Files.isRegularFile(image)) {
                return FormReading.refused(BLANK_MISSING, image.getFileName());
            }
            byte[] png = Files.readAllBytes(image);
            if (!Checksum.of(png).equals(page.blank().sha256())) {
                return FormReading.refused(BLANK_CHANGED, image.getFileName());
            }
            blanks.add(new Blank(png, page.blank().dpi()));
        }
        BallotForm form = saved.form(blanks);
        Optional<String> contradiction = Contradictions.in(form);
        return contradiction.isPresent()
                ? FormReading.refused(CONTRADICTORY, contradiction.get())
                : FormReading.of(form);
    }

    private static Optional<FormProblem> otherRoster(SavedForm saved, List<Official> officials) {
        List<String> printed = saved.pages().stream()
                .flatMap(page -> page.rows().stream())
                .map(SavedForm.SavedRow::printedName)
                .toList();
        if (printed.size() != officials.size()) {
            return Optional.of(new FormProblem(OTHER_NUMBER, printed.size(), officials.size()));
        }
        for (int i = 0; i < printed.size(); i++) {
            String now = officials.get(i).name();
            if (!printed.get(i).equals(now)) {
                return Optional.of(new FormProblem(OTHER_NAME, i + 1, printed.get(i), now));
            }
        }
        return Optional.empty();
    }

    private static List<Path> pagesIn(Path formDir) throws IOException {
        try (Stream<Path> files = Files.list(formDir)) {
            return files.filter(f -> f.getFileName().toString().matches("page-[0-9]+\\.png"))
                    .toList();
        }
    }
}
