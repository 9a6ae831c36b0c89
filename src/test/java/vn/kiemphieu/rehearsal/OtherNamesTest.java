package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.reading.Finding;

/** Ballots of another meeting: the same form but for one name. */
@Tag("long")
class OtherNamesTest {

    private static final int OFFICIALS = 12;

    private static final int OTHER = 5;

    /** "Nguyễn Văn F" stands there. */
    private static final BallotForm FORM = Forms.of(OFFICIALS);

    /** In black and white the bow that makes a P of an F is no more than what letters stray there. */
    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn P, OFFICE",
        "Nguyễn Văn P, GREY",
        "Nguyễn Văn P, POOR",
        "Nguyễn Văn P, PHOTO",
        "Nguyễn Van F, OFFICE",
        "Nguyễn Van F, GREY",
        "Nguyễn Van F, BILEVEL",
        "Nguyễn Van F, POOR",
        "Nguyễn Van F, PHOTO",
        "Nguyễn F, OFFICE",
        "Nguyễn F, GREY",
        "Nguyễn F, BILEVEL",
        "Nguyễn F, POOR",
        "Nguyễn F, PHOTO",
    })
    void areSeenByOneLetterOneToneAndOneWord(String name, ScanKind kind) {
        assertThat(findings(Forms.naming(OFFICIALS, OTHER, name), kind))
                .as("nobody knows whose ballot it is")
                .isNotEmpty()
                .noneMatch(Finding::certain)
                .allMatch(found -> found.official().orElse(0) == OTHER);
    }

    @ParameterizedTest
    @EnumSource(value = ScanKind.class, names = "MIXED", mode = EnumSource.Mode.EXCLUDE)
    void areNotSeenOnTheMeetingsOwn(ScanKind kind) {
        assertThat(findings(FORM, kind)).isEmpty();
    }

    private static List<Finding> findings(BallotForm printed, ScanKind kind) {
        return ScannedPage.read(FORM, printed.pages().get(0), List.of(), kind, 200, Lots.of(41, kind.ordinal()))
                .findings()
                .stream()
                .filter(found -> found.kind() == Finding.Kind.OTHER_NAME || found.kind() == Finding.Kind.STRUCK_NAME)
                .toList();
    }
}
