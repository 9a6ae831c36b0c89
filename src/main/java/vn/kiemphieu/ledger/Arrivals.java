package vn.kiemphieu.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kiemphieu.intake.ScanFile;

/** What stood in {@code scans/} whenever a count looked. What is gone is not forgotten: it is noted as gone. */
public final class Arrivals {

    private final JdbcClient sql;
    private final Json json;
    private final TransactionTemplate transaction;
    private final Closings closings;

    Arrivals(JdbcClient sql, Json json, PlatformTransactionManager transactions, Closings closings) {
        this.closings = closings;
        this.sql = sql;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** {@return the files as they were when last looked at, without those that are gone} */
    public List<ScanFile> present() {
        return sql.sql("""
                        SELECT file FROM arrival a
                        WHERE seq = (SELECT MAX(seq) FROM arrival b WHERE b.scan = a.scan) AND file IS NOT NULL
                        ORDER BY seq""")
                .query((row, n) -> json.read(row.getString(1), ScanFile.class))
                .list();
    }

    /** Notes what stands in {@code scans/} now. {@return what is otherwise than when last looked at} */
    public Changes note(List<ScanFile> files) {
        closings.refuseIfClosed();
        Map<String, ScanFile> before = new LinkedHashMap<>();
        present().forEach(file -> before.put(file.scan(), file));
        List<String> changed = new ArrayList<>();
        List<ScanFile> toAdd = new ArrayList<>();
        int added = 0;
        for (ScanFile file : files) {
            Optional<ScanFile> known = Optional.ofNullable(before.remove(file.scan()));
            if (known.isEmpty()) {
                added++;
            } else if (!known.get().sha256().equals(file.sha256())) {
                changed.add(file.scan());
            }
            if (known.isEmpty() || !known.get().equals(file)) {
                toAdd.add(file);
            }
        }
        List<String> gone = List.copyOf(before.keySet());
        transaction.executeWithoutResult(status -> {
            toAdd.forEach(file -> add(file.scan(), Optional.of(file)));
            gone.forEach(scan -> add(scan, Optional.empty()));
        });
        return new Changes(added, changed, gone);
    }

    private void add(String scan, Optional<ScanFile> file) {
        sql.sql("INSERT INTO arrival (scan, file) VALUES (?, ?)")
                .param(scan)
                .param(file.map(json::write).orElse(null))
                .update();
    }

    /**
     * What became otherwise in {@code scans/}.
     *
     * @param changed the same name, other bytes
     */
    public record Changes(int added, List<String> changed, List<String> gone) {

        public Changes {
            changed = List.copyOf(changed);
            gone = List.copyOf(gone);
        }
    }
}
