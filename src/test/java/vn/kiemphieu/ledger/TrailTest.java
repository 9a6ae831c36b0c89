package vn.kiemphieu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kiemphieu.decision.Answer;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Entry;
import vn.kiemphieu.decision.Role;
import vn.kiemphieu.decision.RowAnswer;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Status;

class TrailTest {

    private static final String REFERENCE = "a".repeat(64);
    private static final Instant LATE = Instant.parse("2023-07-20T16:00:00Z");

    /** One of each, so that a case that Jackson cannot keep is found here. */
    private static final List<Deed> DEEDS = List.of(
            new Deed.AccountMade("hoa", "Lê Thị Hoa", Role.MEMBER),
            new Deed.EyesSet(2),
            new Deed.PutToPeople("A", REFERENCE, Status.REVIEW, Set.of(Fault.NOT_AN_X), List.of("1 HIGH", "2 ?")),
            new Deed.Answered("A", REFERENCE, new Answer.AsMarked(Map.of(2, RowAnswer.LOW)), ""),
            new Deed.Answered("A", REFERENCE, new Answer.Invalid(Set.of(Fault.NO_MARK)), "dòng 2 để trống"),
            new Deed.Answered("A", REFERENCE, new Answer.NotABallot(), ""),
            new Deed.Answered("A", REFERENCE, new Answer.DuplicateOf("B"), ""),
            new Deed.Answered("A", REFERENCE, new Answer.CannotDecide(), ""),
            new Deed.Withdrawn("A", REFERENCE, 4),
            new Deed.Decided("A", REFERENCE, new Answer.AsMarked(Map.of(2, RowAnswer.SEVERAL)), "<b>rõ</b>"),
            new Deed.Sent("A", REFERENCE, ""),
            new Deed.CheckDrawn("3 1 6", 10, List.of("A", "B")),
            new Deed.WithoutScan(List.of("TAY-001"), List.of("Nguyễn Văn An"), "rách"),
            new Deed.MeetingChanged(List.of(new Deed.MeetingChanged.Change("place", "Nha Trang", "Khánh Hòa"))),
            new Deed.FormPrinted(3, 1, 30),
            new Deed.FormLearned("blank.pdf", 3, 1, 0),
            new Deed.AccountClosed("hoa"));

    @TempDir
    private Path meeting;

    @Test
    void keepsEveryKindOfDeed() throws IOException {
        assertThat(DEEDS.stream().map(Deed::getClass).distinct())
                .hasSize(Deed.class.getPermittedSubclasses().length
                        - 1
                        + Deed.OnBallot.class.getPermittedSubclasses().length);
        List<Entry> written;
        try (Ledger ledger = open()) {
            written = ledger.trail().add(LATE, "hoa", Role.MEMBER, DEEDS);
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.trail().entries()).isEqualTo(written);
            assertThat(ledger.trail().entries()).extracting(Entry::deed).isEqualTo(DEEDS);
            assertThat(ledger.trail().proof().whole()).isTrue();
            assertThat(ledger.trail().proof().lastHash())
                    .isEqualTo(ledger.trail().lastHash());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE trail SET body = REPLACE(body, 'LOW', 'HIGH') WHERE number = 4",
                "UPDATE trail SET body = REPLACE(body, '2023', '2022') WHERE number = 4",
                "UPDATE trail SET body = 'x' WHERE number = 4",
                "UPDATE trail SET hash = REPEAT('0', 64) WHERE number = 4",
                "DELETE FROM trail WHERE number = 4",
                "UPDATE trail SET number = 100 WHERE number = 4",
            })
    void findsTheLineThatSomebodyBent(String tampering) throws IOException {
        try (Ledger ledger = open()) {
            ledger.trail().add(LATE, "hoa", Role.MEMBER, DEEDS);
            assertThat(JdbcClient.create(ledger.dataSource()).sql(tampering).update())
                    .isEqualTo(1);
            assertThat(ledger.trail().proof().broken()).isEqualTo(4);
        }
    }

    @Test
    void showsALineCutOffAtTheEndByAnotherLastHash() throws IOException {
        try (Ledger ledger = open()) {
            ledger.trail().add(LATE, "hoa", Role.MEMBER, DEEDS);
            String printed = ledger.trail().lastHash();
            JdbcClient.create(ledger.dataSource())
                    .sql("DELETE FROM trail WHERE number = ?")
                    .param(DEEDS.size())
                    .update();
            assertThat(ledger.trail().proof().whole()).isTrue();
            assertThat(ledger.trail().lastHash()).isNotEqualTo(printed);
        }
    }

    @Test
    void goesByNumbersWhenTheClockIsSetBack() throws IOException {
        try (Ledger ledger = open()) {
            ledger.trail().add(LATE, "hoa", Role.MEMBER, List.of(DEEDS.get(3)));
            ledger.trail().add(LATE.minusSeconds(3600), "hoa", Role.MEMBER, List.of(DEEDS.get(8)));
            assertThat(ledger.trail().entries()).extracting(Entry::number).containsExactly(1L, 2L);
            assertThat(ledger.trail().proof().whole()).isTrue();
        }
    }

    @Test
    void addsAllOfWhatBelongsTogetherOrNothing() throws IOException {
        try (Ledger ledger = open()) {
            Deed tooLong = new Deed.Sent("A", REFERENCE, "x".repeat(2_000_000));
            assertThatThrownBy(() -> ledger.trail().add(LATE, "hoa", Role.MEMBER, List.of(DEEDS.get(0), tooLong)))
                    .isInstanceOf(RuntimeException.class);
            assertThat(ledger.trail().entries()).isEmpty();
        }
    }

    private Ledger open() throws IOException {
        return Ledger.open(meeting.resolve("ledger"), 2);
    }
}
