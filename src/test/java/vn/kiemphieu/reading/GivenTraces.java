package vn.kiemphieu.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;

/** Traces where a test wants them: each belongs to the place in which its middle lies. */
record GivenTraces(List<Trace> traces) implements Survey.Traces {

    static final GivenTraces NONE = new GivenTraces(List.of());

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

    private Stream<Trace> in(PaperBox place) {
        return traces.stream().filter(trace -> place.contains(trace.where().centre()));
    }
}
