package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import vn.kiemphieu.count.OfficialTally;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Organisation.Kind;

class PapersTest {

    @TempDir
    Path results;

    @ParameterizedTest
    @CsvSource({"3, STATE, 41", "12, PARTY, 47", "30, STATE, 47", "60, PARTY, 41"})
    void everyPaperIsValidForTheArchiveAndSaysWhatTheTallySays(int officials, Kind kind, int ballots) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Account account =
                Accounts.of(Meetings.of(officials, kind), Accounts.mixedVotes(officials, ballots), Accounts.someWork());
        for (Path file : Papers.write(account, results)) {
            byte[] bytes = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            if (name.endsWith(".pdf")) {
                assertThat(failures(bytes)).as(name).isEmpty();
            }
            if (holdsTheTable(name)) {
                String text = name.endsWith(".pdf") ? Printed.text(bytes) : "";
                List<String> rows = name.endsWith(".docx") ? Printed.rows(bytes) : List.of();
                for (OfficialTally official : account.tally().officials()) {
                    if (name.endsWith(".pdf")) {
                        assertThat(text).as(name).contains(figures(official, " "));
                    } else {
                        assertThat(rows)
                                .as(name)
                                .anyMatch(row -> row.endsWith(figures(official, "|"))
                                        && row.startsWith(official.number() + "|"
                                                + official.official().name()));
                    }
                }
            }
        }
    }

    private static boolean holdsTheTable(String name) {
        return (name.startsWith("bien-ban") || name.startsWith("bao-cao") || name.startsWith("bang-ket-qua"))
                && !name.endsWith(".xlsx");
    }

    /** The figures of a row as they follow one another, reckoned here once more from the votes. */
    private static String figures(OfficialTally official, String between) {
        List<String> figures = new ArrayList<>();
        figures.add(String.valueOf(official.high() + official.confidence() + official.low()));
        figures.add(String.valueOf(official.invalid()));
        for (Level level : Level.values()) {
            figures.add(String.valueOf(official.votes(level)));
            int hundredths = (int) Math.floor(official.votes(level) * 10_000.0 / 47 + 0.5);
            figures.add("%d,%02d".formatted(hundredths / 100, hundredths % 100));
        }
        return String.join(between, figures);
    }

    private static List<String> failures(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFA_2_B, false)
                    .validate(parser);
            return result.getTestAssertions().stream()
                    .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void theWorkbookHoldsNumbersAndNotTheirPictures() throws IOException {
        Account account = Accounts.of(Meetings.of(3, Kind.STATE), Accounts.votes(3, 19, 2, 26));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(ResultWorkbook.of(account)))) {
            XSSFRow last = book.getSheetAt(0).getRow(book.getSheetAt(0).getLastRowNum());
            assertThat(last.getCell(1).getStringCellValue()).isEqualTo("Huỳnh Đức Cường");
            for (int column = 3; column <= 10; column++) {
                assertThat(last.getCell(column).getCellType()).isEqualTo(CellType.NUMERIC);
            }
            assertThat(last.getCell(5).getNumericCellValue()).isEqualTo(19);
            assertThat(last.getCell(6).getNumericCellValue()).isEqualTo(40.43);
            assertThat(last.getCell(10).getNumericCellValue()).isEqualTo(55.32);
        }
    }

    @Test
    void draftsGoWhenTheFinalPapersComeAndTheOtherWayRound() throws IOException {
        Account draft = Accounts.of(Meetings.of(1, Kind.STATE), Accounts.votes(1, 19, 2, 20));
        Account whole = Accounts.of(Meetings.of(1, Kind.STATE), Accounts.votes(1, 19, 2, 26));
        Papers.writeMinutes(draft, results);
        assertThat(names()).allMatch(name -> name.contains("BAN-NHAP")).hasSize(2);
        Papers.writeMinutes(whole, results);
        assertThat(names()).containsExactlyInAnyOrder("bien-ban-kiem-phieu.docx", "bien-ban-kiem-phieu.pdf");
        Papers.writeMinutes(draft, results);
        assertThat(names()).allMatch(name -> name.contains("BAN-NHAP")).hasSize(2);
    }

    @Test
    void refusesFiguresThatDoNotAddUp() {
        Account right = Accounts.of(Meetings.of(1, Kind.STATE), Accounts.votes(1, 19, 2, 26));
        Account other = Accounts.of(Meetings.of(1, Kind.STATE), Accounts.votes(1, 19, 2, 25));
        assertThatThrownBy(() -> new Account(
                        right.meeting(),
                        other.tally(),
                        right.books(),
                        right.committee(),
                        other.ballots(),
                        right.origin(),
                        right.sums()))
                .hasMessageContaining("adds up to 46 of");
    }

    @Test
    void crosschecksTheBooksOnOnePage() throws IOException {
        for (Kind kind : Kind.values()) {
            for (int low : List.of(20, 26, 32)) { // too few of 47, all, too many
                Account account = Accounts.of(Meetings.of(60, kind), Accounts.votes(60, 19, 2, low));
                Style style = Style.tight(kind);
                PdfTypist typist = new PdfTypist(style, "Phiếu đối chiếu", account.draft());
                Crosscheck.dictate(account, style, typist);
                assertThat(Printed.pages(typist.finished()))
                        .as("%s, %d ballots", kind, 21 + low)
                        .hasSize(1);
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
