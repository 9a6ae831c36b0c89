package vn.kiemphieu.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kiemphieu.intake.Reason;
import vn.kiemphieu.reading.InkTrace;

/**
 * What was read on each page, against each form. A page is read once; the same page against another form is another
 * reading, so readings of an old form are never mixed with those of a new one.
 */
public final class Readings {

    private final JdbcClient sql;
    private final Json json;
    private final Closings closings;

    Readings(JdbcClient sql, Json json, Closings closings) {
        this.closings = closings;
        this.sql = sql;
        this.json = json;
    }

    /** Adds a reading, in the caller's transaction. A page that is already there is our own mistake. */
    public void add(PageKey page, String basis, PageOutcome outcome) {
        closings.refuseIfClosed();
        sql.sql("INSERT INTO reading (file_sha256, page, basis, page_sha256, outcome, trace) VALUES (?, ?, ?, ?, ?, ?)")
                .param(page.fileSha256())
                .param(page.number())
                .param(basis)
                .param(outcome.pageSha256())
                .param(json.write(StoredOutcome.of(outcome)))
                .param(outcome.sheet().map(s -> Traces.pack(s.trace())).orElse(null))
                .update();
    }

    /** Forgets the pages that could not be opened for want of memory: there may be more of it now. */
    public void forgetPagesOutOfMemory(String basis) {
        List<PageKey> pages = new ArrayList<>();
        sql.sql("SELECT file_sha256, page, outcome FROM reading WHERE basis = ? AND outcome LIKE ?")
                .params(basis, "%" + Reason.OUT_OF_MEMORY + "%")
                .query(row -> {
                    if (isOutOfMemory(json.read(row.getString(3), StoredOutcome.class))) {
                        pages.add(new PageKey(row.getString(1), row.getInt(2)));
                    }
                });
        for (PageKey page : pages) {
            closings.refuseIfClosed();
            sql.sql("DELETE FROM reading WHERE file_sha256 = ? AND page = ? AND basis = ?")
                    .params(page.fileSha256(), page.number(), basis)
                    .update();
        }
    }

    private static boolean isOutOfMemory(StoredOutcome outcome) {
        return outcome.refusal()
                .filter(refusal -> refusal.reason() == Reason.OUT_OF_MEMORY)
                .isPresent();
    }

    /** {@return all pages that were read against that form} */
    public Set<PageKey> pages(String basis) {
        return pages("SELECT file_sha256, page FROM reading WHERE basis = ?", basis);
    }

    /** {@return all pages that were read against any other form} */
    public Set<PageKey> pagesOfOtherForms(String basis) {
        return pages("SELECT DISTINCT file_sha256, page FROM reading WHERE basis <> ?", basis);
    }

    /** {@return every form, and way of reading, that anything was read against} */
    public List<String> bases() {
        return sql.sql("SELECT DISTINCT basis FROM reading ORDER BY basis")
                .query(String.class)
                .list();
    }

    private Set<PageKey> pages(String query, String basis) {
        return new HashSet<>(sql.sql(query)
                .param(basis)
                .query((row, n) -> new PageKey(row.getString(1), row.getInt(2)))
                .list());
    }

    /** {@return what became of that page; empty where it was not looked at yet} */
    public Optional<PageOutcome> find(PageKey page, String basis) {
        return sql.sql(
                        "SELECT page_sha256, outcome, trace FROM reading WHERE file_sha256 = ? AND page = ? AND basis = ?")
                .params(page.fileSha256(), page.number(), basis)
                .query((row, n) ->
                        json.read(row.getString(2), StoredOutcome.class).with(row.getString(1), trace(row.getBytes(3))))
                .optional();
    }

    private static Optional<InkTrace> trace(byte @Nullable [] packed) {
        return Optional.ofNullable(packed).map(Traces::unpack);
    }
}
