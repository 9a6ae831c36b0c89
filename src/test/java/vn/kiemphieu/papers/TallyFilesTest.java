package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.kiemphieu.count.Books;
import vn.kiemphieu.count.Tally;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.meeting.Organisation;
import vn.kiemphieu.meeting.Person;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.RowRuling.RowStatus;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

class TallyFilesTest {

    @TempDir
    private Path folder;

    /** The published case: 19, 2 and 25 of 47, one invalid. */
    @Test
    void writesThePublishedPercentages() throws IOException {
        write(19, 2, 25, OptionalInt.of(47));

        JsonNode tally =
                JsonMapper.shared().readTree(folder.resolve("tally.json").toFile());
        JsonNode official = tally.get("officials").get(0);
        assertThat(official.get("high_percent").asString()).isEqualTo("40.43");
        assertThat(official.get("confidence_percent").asString()).isEqualTo("4.26");
        assertThat(official.get("low_percent").asString()).isEqualTo("53.19");
        assertThat(official.get("valid").asInt()).isEqualTo(46);
        assertThat(tally.get("quorum_met").asBoolean()).isTrue();
        assertThat(tally.get("final").asBoolean()).isFalse();
        assertThat(tally.get("open").toString()).contains("SCANNED_IS_COLLECTED");
    }

    @Test
    void writesOneLineForEachOfficial() throws IOException {
        write(1, 0, 0, OptionalInt.of(47));

        assertThat(Files.readString(folder.resolve("tally.csv")))
                .isEqualTo("\uFEFF"
                        + String.join(
                                "\r\n",
                                "row,official,position,valid,invalid,in_review,high,confidence,low,"
                                        + "high_percent,confidence_percent,low_percent,rules,final,summoned,present,"
                                        + "quorum_met,issued,collected,exchanged,scanned,ballots_valid,"
                                        + "ballots_invalid,ballots_in_review",
                                "1,Mấu Quốc Dũng,Phó Trưởng ban,1,0,0,1,0,0,2.13,0.00,0.00,qd-96,false,"
                                        + "50,47,true,47,47,0,1,1,0,0",
                                ""));
    }

    @Test
    void writesNothingWhereANumberIsNotKnownYet() throws IOException {
        write(1, 0, 0, OptionalInt.empty());

        assertThat(JsonMapper.shared()
                        .readTree(folder.resolve("tally.json").toFile())
                        .get("collected")
                        .isNull())
                .isTrue();
        assertThat(Files.readString(folder.resolve("tally.csv"))).contains(",true,47,,0,1,");
    }

    private void write(int high, int confidence, int low, OptionalInt collected) throws IOException {
        Meeting meeting = new Meeting(
                "Hội nghị",
                LocalDate.of(2023, 7, 20),
                "Khánh Hòa",
                List.of(),
                new Organisation("", "BAN DÂN TỘC", Organisation.Kind.STATE),
                new Attendance(OptionalInt.of(50), OptionalInt.of(47)),
                new BallotCounts(OptionalInt.of(47), collected, 0),
                "qd-96",
                List.of(new Official("Mấu Quốc Dũng", "Phó Trưởng ban")),
                List.of(),
                new Person("Đỗ Minh Tuấn", "Chủ trì"),
                List.of());
        List<Ruling> rulings = new ArrayList<>();
        for (Level level : Level.values()) {
            int votes = new int[] {high, confidence, low}[level.ordinal()];
            for (int i = 0; i < votes; i++) {
                PageId page = new PageId(rulings.size() + ".png", 1);
                RowRuling row = new RowRuling(1, RowStatus.COUNTED, Optional.of(level), Set.of());
                rulings.add(new Ruling(Arrays.asList(page), Status.COUNTED, Set.of(), List.of(row), 0.5));
            }
        }
        Tally tally = Tally.of(meeting, rulings);
        TallyFiles.write(folder, tally, Books.of(tally, rulings.size()));
    }
}
