package vn.kiemphieu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;

class ComparisonTest {

    @TempDir
    Path results;

    private final List<String> ballots = new ArrayList<>();
    private final List<String> readings = new ArrayList<>();

    @Test
    void findsABallotCountedAsItWasMarkedRight() throws IOException {
        counted("a.jpg", "cross,empty,empty");
        assertThat(outcome(Profile.KH_BDT_2023, page("a.jpg", 1, Deed.HONEST))).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void callsAVoteForAnotherLevelASilentError() throws IOException {
        counted("a.jpg", "empty,cross,empty");
        assertThat(outcome(Profile.KH_BDT_2023, page("a.jpg", 1, Deed.HONEST))).isEqualTo(Outcome.SILENT);
    }

    @Test
    void callsACountedBallotWithAStruckNameASilentError() throws IOException {
        counted("a.jpg", "cross,empty,empty");
        assertThat(outcome(Profile.KH_BDT_2023, page("a.jpg", 1, Deed.STRUCK_THIN)))
                .isEqualTo(Outcome.SILENT);
    }

    @Test
    void callsAnHonestBallotSentToAPersonLoad() throws IOException {
        ballots.add("a.jpg,1,x,review,UNCLEAR_MARK,0.1");
        assertThat(outcome(Profile.KH_BDT_2023, page("a.jpg", 1, Deed.HONEST))).isEqualTo(Outcome.LOAD);
    }

    @Test
    void callsAPageWithoutALineLost() throws IOException {
        assertThat(outcome(Profile.KH_BDT_2023, page("a.jpg", 1, Deed.HONEST))).isEqualTo(Outcome.LOST);
    }

    @Test
    void seesWhetherTheFaultWasNamed() throws IOException {
        ballots.add("a.jpg,1,x,invalid,\"NAME_STRUCK;NO_MARK\",0.5");
        ballots.add("b.jpg,1,y,invalid,NO_MARK,0.5");
        Comparison made =
                compare(Profile.QD_96, page("a.jpg", 1, Deed.STRUCK_WAVY), page("b.jpg", 2, Deed.STRUCK_WAVY));
        assertThat(made.ballots()).extracting(Judged::named).containsExactly(true, false);
        assertThat(made.count(Outcome.RIGHT)).isEqualTo(2);
    }

    @Test
    void callsAPaperCountedTwiceASilentError() throws IOException {
        counted("a.jpg", "cross,empty,empty");
        counted("b.jpg", "cross,empty,empty");
        Comparison made = compare(
                Profile.QD_96,
                page("a.jpg", 1, Deed.SCANNED_TWICE),
                new PageTruth(
                        new PageId("b.jpg", 1),
                        1,
                        2,
                        1,
                        List.of(row(Deed.HONEST)),
                        Set.of(Deed.SCANNED_TWICE),
                        Expectation.COUNTED_OR_REVIEW,
                        Expectation.COUNTED_OR_REVIEW));
        assertThat(made.ballots()).extracting(Judged::outcome).containsExactly(Outcome.RIGHT, Outcome.SILENT);
    }

    private void counted(String scan, String cells) {
        ballots.add(scan + ",1,x,counted,,0.8");
        readings.add(scan + ",1,x,1,Nguyễn Văn An," + cells + ",counted,");
    }

    private static PageTruth page(String scan, int paper, Deed deed) {
        return new PageTruth(
                new PageId(scan, 1),
                paper,
                1,
                1,
                List.of(row(deed)),
                Set.of(deed),
                deed.under(Profile.KH_BDT_2023, 1),
                deed.under(Profile.QD_96, 1));
    }

    private static RowTruth row(Deed deed) {
        return new RowTruth(
                1,
                Map.of(
                        Level.HIGH, Mark.Kind.CROSS,
                        Level.CONFIDENCE, Mark.Kind.EMPTY,
                        Level.LOW, Mark.Kind.EMPTY),
                Optional.of(Level.HIGH),
                deed);
    }

    private Outcome outcome(Profile profile, PageTruth page) throws IOException {
        return compare(profile, page).ballots().get(0).outcome();
    }

    private Comparison compare(Profile profile, PageTruth... pages) throws IOException {
        Files.writeString(
                results.resolve("ballots.csv"),
                "\uFEFFscan,page,ballot,status,reasons,margin\r\n" + String.join("\r\n", ballots) + "\r\n");
        Files.writeString(
                results.resolve("readings.csv"),
                "\uFEFFscan,page,ballot,row,official,high,confidence,low,status,reasons\r\n"
                        + String.join("\r\n", readings) + "\r\n");
        return Comparison.of(new Truth(List.of(pages)), results, profile);
    }
}
