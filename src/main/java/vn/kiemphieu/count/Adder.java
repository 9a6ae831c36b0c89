package vn.kiemphieu.count;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.Ruling;

/** Adds rulings up, one after the other. Used once and thrown away; what it leaves is the {@link Tally}. */
final class Adder {

    private final int[][] votes;
    private final int[] voids;
    private final Map<Fault, Integer> invalidBy = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> reviewBy = new EnumMap<>(Fault.class);
    private final Set<Object> seenPages = new HashSet<>();
    private int pages;
    private int excludedPages;
    private int valid;
    private int invalid;
    private int inReview;

    Adder(int officials) {
        this.votes = new int[officials][Level.values().length];
        this.voids = new int[officials];
    }

    void add(Ruling ruling) {
        pages += ruling.pages().size();
        seenPages.addAll(ruling.pages());
        switch (ruling.status()) {
            case COUNTED -> addRows(ruling);
            case INVALID -> {
                invalid++;
                ruling.reasons().forEach(fault -> invalidBy.merge(fault, 1, Integer::sum));
            }
            case REVIEW -> {
                inReview++;
                ruling.reasons().forEach(fault -> reviewBy.merge(fault, 1, Integer::sum));
            }
            case EXCLUDED -> excludedPages += ruling.pages().size();
        }
    }

    private void addRows(Ruling ruling) {
        valid++;
        List<RowRuling> rows = ruling.rows();
        for (int i = 0; i < voids.length; i++) {
            if (i >= rows.size() || rows.get(i).official() != i + 1 || rows.size() != voids.length) {
                throw new IllegalArgumentException("A counted ballot lacks its row %d: %s".formatted(i + 1, ruling));
            }
            switch (rows.get(i).status()) {
                case COUNTED -> votes[i][rows.get(i).vote().orElseThrow().ordinal()]++;
                case VOID -> voids[i]++;
                case REVIEW -> throw new IllegalArgumentException("A counted ballot waits for a person: " + ruling);
            }
        }
    }

    Tally tally(Meeting meeting, int confirmed) {
        int scanned = valid + invalid + inReview;
        int base = meeting.ballots().collected().orElse(scanned);
        List<OfficialTally> officials = IntStream.range(0, voids.length)
                .mapToObj(i -> new OfficialTally(
                        i + 1,
                        meeting.officials().get(i),
                        votes[i][Level.HIGH.ordinal()],
                        votes[i][Level.CONFIDENCE.ordinal()],
                        votes[i][Level.LOW.ordinal()],
                        voids[i] + invalid,
                        inReview,
                        base))
                .toList();
        return new Tally(
                meeting.attendance(),
                meeting.ballots(),
                meeting.rules(),
                base,
                pages,
                pages - seenPages.size(),
                excludedPages,
                scanned,
                valid,
                invalid,
                confirmed,
                inReview,
                invalidBy,
                reviewBy,
                officials);
    }
}
