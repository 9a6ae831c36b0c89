package vn.kiemphieu.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kiemphieu.ruling.Ruling;

/** What the rules made of each ballot, count after count. A ruling that came out as before adds nothing. */
public final class Rulings {

    private final JdbcClient sql;
    private final Json json;
    private final TransactionTemplate transaction;
    private final Closings closings;

    Rulings(JdbcClient sql, Json json, PlatformTransactionManager transactions, Closings closings) {
        this.closings = closings;
        this.sql = sql;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** {@return the names of this meeting's ballots} */
    public BallotIds ids() {
        return BallotIds.of(sql);
    }

    /** Notes the rulings of one count, by ballot. {@return how many came out otherwise than before} */
    public int note(Map<String, Ruling> rulings) {
        closings.refuseIfClosed();
        Map<String, Ruling> before = last();
        Map<String, String> news = new TreeMap<>(); // by name, so that not even the order of rows tells of the scans
        rulings.forEach((ballot, ruling) -> {
            if (!ruling.equals(before.get(ballot))) {
                news.put(ballot, json.write(ruling));
            }
        });
        transaction.executeWithoutResult(status -> news.forEach(this::add));
        return news.size();
    }

    /** {@return the last ruling on each ballot that was ever ruled on} */
    public Map<String, Ruling> last() {
        Map<String, Ruling> last = new HashMap<>();
        sql.sql("SELECT ballot, ruling FROM ruling ORDER BY seq").query((RowCallbackHandler)
                row -> last.put(row.getString(1), json.read(row.getString(2), Ruling.class)));
        return last;
    }

    private void add(String ballot, String ruling) {
        sql.sql("INSERT INTO ruling (ballot, ruling) VALUES (?, ?)")
                .params(List.of(ballot, ruling))
                .update();
    }
}
