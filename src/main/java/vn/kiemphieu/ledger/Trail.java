package vn.kiemphieu.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Entry;
import vn.kiemphieu.decision.Role;

/**
 * Everything that people did at the desk, in an order that nobody can bend: lines are added and never changed, and each
 * is bound to the one before by its hash. The last hash, printed on the minutes, stands for the whole trail.
 */
public final class Trail {

    /** Before the first line. */
    public static final String BEGINNING = "0".repeat(64);

    private final JdbcClient sql;
    private final Json json;
    private final TransactionTemplate transaction;
    private final Closings closings;

    Trail(JdbcClient sql, Json json, PlatformTransactionManager transactions, Closings closings) {
        this.closings = closings;
        this.sql = sql;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Line(long number, String body, String hash) {}

    /** {@return the lines, oldest first, as they stand} Whoever relies on them asks {@link #proof} first. */
    public List<Entry> entries() {
        return lines().stream().map(this::entry).toList();
    }

    /**
     * Adds lines, all or none, and puts them on the disk before it returns.
     *
     * @param at what the clock says; it may be wrong, the order is told by the numbers
     */
    public synchronized List<Entry> add(Instant at, String by, Role role, List<Deed> deeds) {
        closings.refuseIfClosed();
        List<Entry> added = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            Line last = last();
            for (Deed deed : deeds) {
                Entry entry = new Entry(last.number() + 1, at, by, role, deed);
                String body = json.write(entry);
                last = new Line(entry.number(), body, hash(last.hash(), body));
                sql.sql("INSERT INTO trail (number, body, hash) VALUES (?, ?, ?)")
                        .params(last.number(), last.body(), last.hash())
                        .update();
                added.add(entry);
            }
        });
        // A commit alone may wait half a second for the disk; whoever answered is told only what is safe there.
        sql.sql("CHECKPOINT SYNC").update();
        return added;
    }

    /** {@return the hash of the last line} */
    public String lastHash() {
        return last().hash();
    }

    /** {@return whether every line is as it was written} */
    public Proof proof() {
        String before = BEGINNING;
        long expected = 1;
        for (Line line : lines()) {
            // The number stands in the body too, but is looked at only where the body is whole: a changed one may be no
            // JSON.
            boolean right = line.number() == expected
                    && line.hash().equals(hash(before, line.body()))
                    && entry(line).number() == expected;
            if (!right) {
                return new Proof(expected, before);
            }
            before = line.hash();
            expected++;
        }
        return new Proof(0, before);
    }

    /**
     * What a look through the whole trail found.
     *
     * @param broken the first line that is not as it was written; 0 where all are
     * @param lastHash of the last line that is
     */
    public record Proof(long broken, String lastHash) {

        public boolean whole() {
            return broken == 0;
        }
    }

    private Entry entry(Line line) {
        return json.read(line.body(), Entry.class);
    }

    private Line last() {
        return sql.sql("SELECT number, body, hash FROM trail ORDER BY number DESC LIMIT 1")
                .query((row, n) -> new Line(row.getLong(1), row.getString(2), row.getString(3)))
                .optional()
                .orElse(new Line(0, "", BEGINNING));
    }

    private List<Line> lines() {
        return sql.sql("SELECT number, body, hash FROM trail ORDER BY number")
                .query((row, n) -> new Line(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static String hash(String before, String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((before + "\n" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
