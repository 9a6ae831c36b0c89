package vn.kiemphieu.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every time the count was closed or opened again. While it is closed the ledger takes no page, no reading and no ruling;
 * whoever would add one gets {@link LedgerException.Kind#CLOSED}.
 */
public final class Closings {

    /** What the first entry is bound to. */
    private static final String NOTHING = "0".repeat(64);

    private final JdbcClient sql;

    Closings(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One entry.
     *
     * @param closes whether the count was closed, not opened
     * @param program the version of the program; empty where the count was opened
     * @param sums the SHA-256 of the list of the papers' sums; empty where the count was opened
     * @param hash of this entry and, through {@code before}, of all before it
     */
    public record Entry(
            boolean closes,
            String who,
            String reason,
            LocalDate day,
            String program,
            String sums,
            String before,
            String hash) {

        String reckoned() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (String part :
                        List.of(before, String.valueOf(closes), who, reason, day.toString(), program, sums)) {
                    digest.update(part.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    /** {@return all entries, the oldest first} */
    public List<Entry> all() {
        return sql.sql("SELECT closes, who, reason, on_day, program, sums, before, hash FROM closing ORDER BY seq")
                .query((row, n) -> new Entry(
                        row.getBoolean(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    /** {@return the entry that closes the count; empty while the count is open} */
    public Optional<Entry> closed() {
        List<Entry> all = all();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1)).filter(Entry::closes);
    }

    /** {@return whether no entry was changed, taken out or put in between} */
    public boolean unbroken() {
        String before = NOTHING;
        for (Entry entry : all()) {
            if (!entry.before().equals(before) || !entry.hash().equals(entry.reckoned())) {
                return false;
            }
            before = entry.hash();
        }
        return true;
    }

    /** Closes the count. */
    public void close(String who, LocalDate day, String program, String sums) {
        refuseIfClosed();
        add(true, who, "", day, program, sums);
    }

    /** Opens a closed count again. */
    public void reopen(String who, String reason, LocalDate day) {
        if (closed().isEmpty() || reason.isBlank()) {
            throw new IllegalStateException("Only a closed count is opened again, and for a reason");
        }
        add(false, who, reason, day, "", "");
    }

    private void add(boolean closes, String who, String reason, LocalDate day, String program, String sums) {
        List<Entry> all = all();
        String before = all.isEmpty() ? NOTHING : all.get(all.size() - 1).hash();
        String hash = new Entry(closes, who, reason, day, program, sums, before, "").reckoned();
        sql.sql(
                        "INSERT INTO closing (closes, who, reason, on_day, program, sums, before, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(closes, who, reason, day, program, sums, before, hash)
                .update();
    }

    void refuseIfClosed() {
        if (closed().isPresent()) {
            throw new LedgerException(LedgerException.Kind.CLOSED, "The count is closed");
        }
    }
}
