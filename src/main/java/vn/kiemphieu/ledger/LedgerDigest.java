package vn.kiemphieu.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that the ledger holds of a count as one SHA-256: one page, one ruling more or less, and it is another. */
final class LedgerDigest {

    /** Each in an order that does not hang on which thread was first. */
    private static final List<String> CONTENTS = List.of(
            "SELECT scan, file FROM arrival ORDER BY seq",
            "SELECT file_sha256, page, basis, page_sha256, outcome FROM reading ORDER BY file_sha256, page, basis",
            "SELECT ballot, ruling FROM ruling ORDER BY ballot, seq",
            "SELECT number, body, hash FROM trail ORDER BY number");

    /** No value holds it: JSON and names have no control characters. */
    private static final byte BETWEEN = 0x1F;

    private LedgerDigest() {}

    static String of(JdbcClient sql) {
        MessageDigest digest = sha256();
        for (String contents : CONTENTS) {
            sql.sql(contents).query((RowCallbackHandler) row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    digest.update(String.valueOf(row.getString(i)).getBytes(StandardCharsets.UTF_8));
                    digest.update(BETWEEN);
                }
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
