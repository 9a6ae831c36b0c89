package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Mark;

/** Where a voter fills in a ballot, honestly or with the deeds that were ordered. One booth a ballot. */
final class Booth {

    private final BallotForm form;
    private final Darkroom darkroom;
    private final Voter voter;
    private final Random random;
    private final CellArtist cells;
    private final Interloper interloper;

    Booth(BallotForm form, Darkroom darkroom, Voter voter, Random random) {
        this.form = form;
        this.darkroom = darkroom;
        this.voter = voter;
        this.random = random;
        this.cells = new CellArtist(voter, random);
        this.interloper = new Interloper(voter, random);
    }

    /** {@return the ballot, stamped before it was handed out} */
    MarkedBallot fill(int number, Set<Deed> deeds) {
        Map<Integer, Deed> rowDeeds = placed(deeds);
        List<List<Ink>> pages = new ArrayList<>();
        List<RowTruth> truth = new ArrayList<>();
        Deed stamp =
                deeds.stream().filter(d -> d.on() == Deed.On.STAMP).findFirst().orElse(Deed.HONEST);
        int odd = random.nextInt(form.pages().size());
        for (FormPage page : form.pages()) {
            List<Ink> inks = new ArrayList<>();
            page.stamp().ifPresent(place -> inks.addAll(new StampArtist(random).stamped(place, stamp, voter)));
            for (Row row : page.rows()) {
                Deed deed = deeds.contains(Deed.ALL_ROWS_BARE)
                        ? Deed.NO_MARK
                        : rowDeeds.getOrDefault(row.official(), Deed.HONEST);
                truth.add(mark(page, row, deed, inks));
            }
            for (Deed deed : deeds) {
                if (deed.on() == Deed.On.PAGE && (page.number() - 1 == odd || onlyThere(page, deed))) {
                    inks.addAll(interloper.writes(page, deed));
                }
            }
            pages.add(inks);
        }
        return new MarkedBallot(number, pages, truth, deeds);
    }

    private static boolean onlyThere(FormPage page, Deed deed) {
        return deed == Deed.SIGNED_IN_ZONE && page.signature().isPresent();
    }

    /** Gives each row deed a row of its own. */
    private Map<Integer, Deed> placed(Set<Deed> deeds) {
        Map<Integer, Deed> rows = new HashMap<>();
        for (Deed deed : EnumSet.copyOf(deeds)) {
            if (deed.on() == Deed.On.ROW && rows.size() < form.officials()) {
                int row;
                do {
                    row = 1 + random.nextInt(form.officials());
                } while (rows.containsKey(row));
                rows.put(row, deed);
            }
        }
        return rows;
    }

    private RowTruth mark(FormPage page, Row row, Deed deed, List<Ink> inks) {
        Level vote = anyLevel();
        Map<Level, Mark.Kind> kinds = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            kinds.put(level, Mark.Kind.EMPTY);
        }
        List<Ink> drawn = cells.mark(row, vote, deed, kinds);
        inks.addAll(drawn);
        Optional<Level> counts = countsFor(kinds);
        if (deed.fault().filter(f -> f == vn.kiemphieu.ruling.Fault.NAME_STRUCK).isPresent()) {
            inks.add(interloper.strikes(names(page, row), deed));
        } else if (deed == Deed.ADDED_BY_NAME || deed == Deed.ADDED_BY_POSITION || deed == Deed.ADDED_BETWEEN_ROWS) {
            inks.add(interloper.addsIn(row, deed, free(page, row, deed)));
        }
        return new RowTruth(row.official(), kinds, counts, deed);
    }

    private static Optional<Level> countsFor(Map<Level, Mark.Kind> kinds) {
        List<Level> crossed = new ArrayList<>();
        for (Level level : Level.values()) {
            if (kinds.get(level) == Mark.Kind.CROSS) {
                crossed.add(level);
            } else if (kinds.get(level) != Mark.Kind.EMPTY) {
                return Optional.empty();
            }
        }
        return crossed.size() == 1 ? Optional.of(crossed.get(0)) : Optional.empty();
    }

    private List<PaperBox> names(FormPage page, Row row) {
        List<PaperBox> words = darkroom.wordsIn(page, row.name());
        return words.isEmpty() ? List.of(row.name().grown(-2)) : words;
    }

    /** {@return what the print leaves free at the right of the cell, or the whole cell where it leaves too little} */
    private PaperBox free(FormPage page, Row row, Deed deed) {
        PaperBox cell = deed == Deed.ADDED_BY_POSITION ? row.position().orElse(row.name()) : row.name();
        double right = darkroom.wordsIn(page, cell).stream()
                .mapToDouble(PaperBox::rightMm)
                .max()
                .orElse(cell.xMm() + 1);
        double width = cell.rightMm() - right - 1.5;
        return width < 6 ? cell.grown(-1) : new PaperBox(right + 1, cell.yMm() + 0.5, width, cell.heightMm() - 1);
    }

    /** Votes as such meetings cast them: mostly high, few low. */
    private Level anyLevel() {
        double d = random.nextDouble();
        return d < 0.55 ? Level.HIGH : d < 0.87 ? Level.CONFIDENCE : Level.LOW;
    }
}
