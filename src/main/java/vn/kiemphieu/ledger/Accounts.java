package vn.kiemphieu.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kiemphieu.decision.Role;

/** Who may enter the desk of this meeting. Accounts are closed, never removed: the trail names them. */
public final class Accounts {

    private final JdbcClient sql;

    Accounts(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One account.
     *
     * @param name what is typed to enter
     * @param person whose it is, as printed on the papers
     * @param password hashed
     */
    public record Account(String name, String person, Role role, String password, boolean open) {}

    /** {@return all accounts, also the closed ones, by name} */
    public List<Account> all() {
        return sql.sql("SELECT name, person, role, password, open FROM account ORDER BY name")
                .query((row, n) -> new Account(
                        row.getString(1),
                        row.getString(2),
                        Role.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getBoolean(5)))
                .list();
    }

    public Optional<Account> find(String name) {
        return all().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    /** {@return whether it was added; a name is given once, also after its account was closed} */
    public boolean add(Account account) {
        return sql.sql("INSERT INTO account (name, person, role, password, open) SELECT ?, ?, ?, ?, TRUE "
                                + "WHERE NOT EXISTS (SELECT 1 FROM account WHERE name = ?)")
                        .params(
                                account.name(),
                                account.person(),
                                account.role().name(),
                                account.password(),
                                account.name())
                        .update()
                == 1;
    }

    /** {@return whether there was an open account of that name} */
    public boolean close(String name) {
        return sql.sql("UPDATE account SET open = FALSE WHERE name = ? AND open")
                        .param(name)
                        .update()
                == 1;
    }
}
