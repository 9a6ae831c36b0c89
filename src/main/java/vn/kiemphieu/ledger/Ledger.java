package vn.kiemphieu.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The open ledger of one meeting. While it is open nobody else can open it; what is committed survives the death of the
 * process, up to the last half second, which is read again.
 */
public final class Ledger implements AutoCloseable {

    /** Beside the threads that read pages, the job itself keeps its own books. */
    private static final int CONNECTIONS_BESIDE_THREADS = 4;

    /** In kB. Rows are small and mostly written once; the default of 64 MB would be the greatest part of our memory. */
    private static final int CACHE_KB = 8192;

    private final Path file;
    private final LedgerLock lock;
    private final JdbcConnectionPool connections;
    private final PlatformTransactionManager transactions;
    private final JdbcClient sql;
    private final Arrivals arrivals;
    private final Readings readings;
    private final Rulings rulings;
    private final Trail trail;
    private final Closings closings;
    private final Accounts accounts;

    private Ledger(Path file, LedgerLock lock, JdbcConnectionPool connections) {
        this.file = file;
        this.lock = lock;
        this.connections = connections;
        this.transactions = new JdbcTransactionManager(connections);
        this.sql = JdbcClient.create(connections);
        Json json = new Json();
        this.closings = new Closings(sql);
        this.arrivals = new Arrivals(sql, json, transactions, closings);
        this.readings = new Readings(sql, json, closings);
        this.rulings = new Rulings(sql, json, transactions, closings);
        this.trail = new Trail(sql, json, transactions, closings);
        this.accounts = new Accounts(sql);
    }

    /**
     * Opens the ledger, or makes a new one.
     *
     * @param file without the ending {@code .mv.db}
     * @param threads how many threads will write at once
     * @throws LedgerException where it cannot be had, with the kind of trouble
     */
    public static Ledger open(Path file, int threads) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (absolute.toString().contains(";")) {
            throw new LedgerException(LedgerException.Kind.FOLDER_NAME, absolute.toString());
        }
        Files.createDirectories(absolute.getParent());
        LedgerLock lock = LedgerLock.take(absolute.resolveSibling(absolute.getFileName() + ".lock"));
        JdbcConnectionPool connections = null;
        try {
            Renewal renewal = new Renewal(absolute, Ledger::source);
            renewal.ifNotClosedInOrder();
            if (!Files.exists(Renewal.database(absolute))) {
                renewal.migrate(Ledger::makeTables);
            }
            connections = connect(absolute, threads);
            if (!isUpToDate(connections)) {
                connections.dispose();
                renewal.migrate(Ledger::makeTables);
                connections = connect(absolute, threads);
            }
            return new Ledger(absolute, lock, connections);
        } catch (IOException e) {
            lock.close();
            throw explained(new UncheckedIOException(e), absolute);
        } catch (RuntimeException e) {
            if (connections != null) {
                connections.dispose();
            }
            lock.close();
            throw explained(e, absolute);
        }
    }

    /**
     * While it is open H2 only adds to the end of the file. Where it may fill holes, a file that was closed in order and is
     * opened again does not tell at once where its newest part lies: a process struck down then would leave behind what
     * stood there before, and everything that was committed since would be lost. Holes are closed when the file is.
     */
    private static final String ONLY_ADDED_TO = ";REUSE_SPACE=FALSE";

    private static JdbcConnectionPool connect(Path file, int threads) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(source(file));
        pool.setMaxConnections(threads + CONNECTIONS_BESIDE_THREADS);
        return pool;
    }

    private static JdbcDataSource source(Path file) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE=" + CACHE_KB
                + ONLY_ADDED_TO);
        h2.setUser("kiemphieu");
        return h2;
    }

    private static boolean isUpToDate(DataSource ledger) {
        Flyway tables = tables(ledger);
        tables.validate();
        return tables.info().pending().length == 0;
    }

    private static void makeTables(DataSource ledger) {
        tables(ledger).migrate();
    }

    private static Flyway tables(DataSource ledger) {
        return Flyway.configure()
                .dataSource(ledger)
                .locations("classpath:ledger")
                .ignoreMigrationPatterns("*:pending")
                .load();
    }

    private static RuntimeException explained(RuntimeException failure, Path file) {
        if (FullDisk.isBehind(failure, Renewal.database(file))) {
            return new LedgerException(LedgerException.Kind.DISK_FULL, String.valueOf(failure.getMessage()), failure);
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                String detail = String.valueOf(sql.getMessage());
                if (sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                    return new LedgerException(LedgerException.Kind.BUSY, detail, failure);
                }
                if (DAMAGE.contains(sql.getErrorCode())) {
                    return new LedgerException(LedgerException.Kind.DAMAGED, detail, failure);
                }
            }
        }
        if (failure instanceof FlywayException) {
            return new LedgerException(LedgerException.Kind.NEWER, String.valueOf(failure.getMessage()), failure);
        }
        return failure;
    }

    private static final Set<Integer> DAMAGE = Set.copyOf(List.of(
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.FILE_VERSION_ERROR_1,
            ErrorCode.WRONG_USER_OR_PASSWORD,
            ErrorCode.GENERAL_ERROR_1));

    /** What stood in {@code scans/}. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** What was read on each page. */
    public Readings readings() {
        return readings;
    }

    /** What the rules made of each ballot. */
    public Rulings rulings() {
        return rulings;
    }

    /** What people did about them. */
    public Trail trail() {
        return trail;
    }

    /** When the count was closed, and opened again. */
    public Closings closings() {
        return closings;
    }

    /** {@return all that was taken in, read, ruled on and decided, as one SHA-256} */
    public String digest() {
        return LedgerDigest.of(sql);
    }

    /** Who may enter the desk. */
    public Accounts accounts() {
        return accounts;
    }

    /** For the job's own history, which is kept in the same file. */
    public DataSource dataSource() {
        return connections;
    }

    /** For whoever writes several things that belong together. */
    public PlatformTransactionManager transactions() {
        return transactions;
    }

    /**
     * Puts on the disk all that was committed. H2 writes in the background, and a write that fails there is told to
     * nobody: whoever is about to say that the work is done calls this first.
     *
     * @throws org.springframework.dao.DataAccessException where it cannot be written, now or in the background before
     */
    public void save() {
        sql.sql("CHECKPOINT SYNC").update();
    }

    /** {@return whether a full disk is what lies behind a failure while this ledger was written} */
    public boolean isFullDiskBehind(Throwable failure) {
        return FullDisk.isBehind(failure, Renewal.database(file));
    }

    @Override
    public void close() throws IOException {
        try {
            connections.dispose();
        } finally {
            lock.close();
        }
    }
}
