package vn.kiemphieu.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kiemphieu.intake.PageId;

/**
 * Names ballots so that nobody can tell from the name which paper it was or when it came: a keyed hash under a random
 * number that never leaves the ledger. The same page has the same name in every count of the same ledger.
 */
public final class BallotIds {

    /** Without the letters and figures that people mistake for one another: I, L, O, U. */
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    /** 60 bits: among 100,000 ballots two are alike once in 200 million meetings. */
    private static final int LENGTH = 12;

    private static final int SECRET_BYTES = 32;

    private final byte[] secret;

    private BallotIds(byte[] secret) {
        this.secret = secret.clone();
    }

    static BallotIds of(JdbcClient sql) {
        byte[] fresh = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(fresh);
        sql.sql("INSERT INTO secret (bytes) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM secret)")
                .param(fresh)
                .update();
        byte[] kept = sql.sql("SELECT bytes FROM secret")
                .query((row, n) -> row.getBytes(1))
                .single();
        return new BallotIds(kept);
    }

    /**
     * {@return the id of the ballot that begins with that page}
     *
     * @param content what the page holds; another sheet under the same name is another ballot
     */
    public String idOf(PageId first, PageKey content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String page = content.fileSha256() + '\n' + first.number() + '\n' + first.scan();
            return base32(mac.doFinal(page.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static String base32(byte[] hash) {
        char[] id = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            id[i] = ALPHABET[hash[i] & 31];
        }
        return new String(id);
    }
}
