package vn.kiemphieu.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowFaults;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;

/**
 * A ballot as it may be put to people, with what the machine made of it.
 *
 * @param reference the SHA-256 of all that a decision about it rests on: pages, form, reading and ruling. A decision is
 *     about one reference; where the ballot has another by now, the decision is set aside and people are asked again
 * @param read how the machine reads each row that it is sure of, by number
 * @param officials how many rows a whole ballot has
 */
public record Subject(String ballot, String reference, Ruling machine, Map<Integer, RowAnswer> read, int officials) {

    /** The margin of a ballot that no machine has seen. */
    private static final double NOTHING_READ = 0;

    public Subject {
        read = Map.copyOf(read);
    }

    /**
     * Makes a subject.
     *
     * @param paper what the pages hold and what form they were laid over, as hashes
     * @param rows what was read, in the ruling's order
     */
    public static Subject of(String ballot, List<String> paper, Ruling machine, List<RowReading> rows, int officials) {
        Map<Integer, RowAnswer> read = new TreeMap<>();
        for (RowReading row : rows) {
            RowAnswer.of(RowFaults.of(row)).ifPresent(answer -> read.put(row.official(), answer));
        }
        return new Subject(ballot, hash(paper, machine, read), machine, read, officials);
    }

    /** {@return a ballot of which there is only the paper: people read every row of it} */
    static Subject withoutScan(String ballot, List<String> officials) {
        Ruling nobodyRead =
                new Ruling(List.of(), Status.REVIEW, Set.of(Fault.PAGES_INCOMPLETE), List.of(), NOTHING_READ);
        return new Subject(
                ballot,
                hash(List.of(ballot, officials.toString()), nobodyRead, Map.of()),
                nobodyRead,
                Map.of(),
                officials.size());
    }

    /** {@return whether there is only the paper, and no scan} */
    public boolean isWithoutScan() {
        return machine.pages().isEmpty();
    }

    /** {@return the rows that nobody can tell but a person} */
    public List<Integer> unread() {
        return allRows().stream().filter(row -> vote(row).isEmpty()).toList();
    }

    /** {@return every row's number} */
    public List<Integer> allRows() {
        return IntStream.rangeClosed(1, officials).boxed().toList();
    }

    /** {@return whether the machine left this ballot to people, or proposes it as invalid} */
    public boolean asksPeople() {
        return switch (machine.status()) {
            case REVIEW, INVALID -> true;
            case COUNTED, EXCLUDED -> false;
        };
    }

    private Optional<RowAnswer> vote(int row) {
        return Optional.ofNullable(read.get(row)).filter(answer -> answer.vote().isPresent());
    }

    /** The margin is left out: a change in its last digit is no other ballot. */
    private static String hash(List<String> paper, Ruling ruling, Map<Integer, RowAnswer> read) {
        List<String> parts = new ArrayList<>(paper);
        parts.add(ruling.pages().toString());
        parts.add(ruling.status().name());
        parts.add(new TreeSet<>(ruling.reasons()).toString());
        ruling.rows().stream()
                .sorted(Comparator.comparingInt(RowRuling::official))
                .forEach(row -> parts.add(row.official() + " " + row.status() + " "
                        + row.vote().map(Enum::name).orElse("-") + " " + new TreeSet<>(row.reasons())));
        parts.add(new TreeMap<>(read).toString());
        return sha256(String.join("\n", parts));
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
