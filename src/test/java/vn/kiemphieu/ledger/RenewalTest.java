package vn.kiemphieu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the ledger of a count that met a full disk; a row of the job's history in it waits for a transaction long gone. */
class RenewalTest {

    private static final Path STRUCK_DOWN = Path.of("src/test/resources/ledger/struck-down.mv.db");

    @TempDir
    private Path dir;

    private Path file;

    @BeforeEach
    void layOut() throws IOException {
        file = dir.resolve("it's a ledger.mv.db");
        Files.copy(STRUCK_DOWN, file);
    }

    @Test
    void goesOnWithALedgerThatWasNotClosedInOrder() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            try (Ledger ledger = open()) {
                JdbcClient sql = JdbcClient.create(ledger.dataSource());
                assertThat(sql.sql("UPDATE batch_step_execution SET version = version + 1")
                                .update())
                        .isEqualTo(4);
                assertThat(sql.sql("SELECT read_count FROM batch_step_execution WHERE step_execution_id = 4")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(24);
            }
        });
        assertThat(Files.exists(dir.resolve("it's a ledger-renewed.mv.db"))).isFalse();
        assertThat(Files.exists(dir.resolve("it's a ledger-renewed.sql"))).isFalse();
    }

    @Test
    void losesNothingThatCouldBeRead() throws IOException {
        String renewed;
        try (Ledger ledger = open()) {
            renewed = ledger.digest();
        }
        try (Ledger again = open()) {
            assertThat(again.digest()).isEqualTo(renewed);
            assertThat(again.readings().pages(again.readings().bases().get(0))).hasSizeGreaterThan(40);
        }
    }

    @Test
    void leavesALedgerAloneThatWasClosedInOrder() throws IOException {
        open().close();
        byte[] before = Files.readAllBytes(file);
        new Renewal(dir.resolve("it's a ledger"), path -> {
                    throw new AssertionError("opened " + path);
                })
                .ifNotClosedInOrder();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void beginsAnewWhereARenewalWasStruckDown() throws IOException {
        Files.copy(STRUCK_DOWN, dir.resolve("it's a ledger-renewed.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(dir.resolve("it's a ledger-renewed.sql"), "half a line", StandardCharsets.UTF_8);
        open().close();
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("it's a ledger.mv.db", "it's a ledger.lock");
        }
    }

    @Test
    void leavesNoHalfALedgerWhereTheTablesCouldNotBeMade() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> new Renewal(dir.resolve("it's a ledger"), RenewalTest::h2).migrate(ledger -> {
                    JdbcClient.create(ledger).sql("CREATE TABLE half(done INT)").update();
                    throw new IllegalStateException("struck down");
                }))
                .hasMessage("struck down");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void leavesAnOlderLedgerAsItWasWhereItsTablesCouldNotBeBroughtUpToDate() throws IOException {
        open().close();
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> new Renewal(dir.resolve("it's a ledger"), RenewalTest::h2).migrate(ledger -> {
                    JdbcClient.create(ledger)
                            .sql("ALTER TABLE reading ADD COLUMN half INT")
                            .update();
                    throw new IllegalStateException("struck down");
                }))
                .hasMessage("struck down");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void bringsTheTablesOfAnOlderLedgerUpToDate() throws IOException {
        open().close();
        JdbcDataSource older = h2(dir.resolve("it's a ledger"));
        JdbcClient sql = JdbcClient.create(older);
        sql.sql("DROP TABLE closing").update();
        sql.sql("DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '200'")
                .update();
        try (Ledger ledger = open()) {
            assertThat(ledger.closings().closed()).isEmpty();
            assertThat(ledger.readings().pages(ledger.readings().bases().get(0)))
                    .hasSizeGreaterThan(40);
        }
    }

    private static JdbcDataSource h2(Path file) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:file:" + file);
        h2.setUser("kiemphieu");
        return h2;
    }

    private Ledger open() throws IOException {
        return Ledger.open(dir.resolve("it's a ledger"), 2);
    }
}
