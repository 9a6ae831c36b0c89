package vn.kiemphieu.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.Row;

/**
 * Traces where a test wants them: each belongs to the place in which its middle lies.
 *
 * @param line a fold or streak
 */
record GivenTraces(List<Trace> traces, Optional<PaperBox> line) implements Survey.Traces {

    static final GivenTraces NONE = new GivenTraces(List.of());

    GivenTraces(List<Trace> traces) {
        this(traces, Optional.empty());
    }

    record Trace(PaperBox where, boolean plain) {}

    @Override
    public Optional<PaperBox> plainIn(PaperBox cell) {
        return in(cell).filter(Trace::plain).map(Trace::where).findFirst();
    }

    @Override
    public Optional<PaperBox> hintIn(PaperBox cell) {
        return in(cell).map(Trace::where).findFirst();
    }

    @Override
    public Optional<PaperBox> through(Row row) {
        return plainIn(row.name());
    }

    @Override
    public List<InkMask> besideLines(InkMask ink) {
        double px = ink.pixelsPerMm();
        return line
                .filter(box -> box.overlapMm2(ink.box()) > 0)
                .map(box -> ink.without((x, y) -> box.contains(new PaperPoint((x + 0.5) / px, (y + 0.5) / px))))
                .stream()
                .toList();
    }

    private Stream<Trace> in(PaperBox place) {
        return traces.stream().filter(trace -> place.contains(trace.where().centre()));
    }
}
