package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.Callout.Tone;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Shape;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.words.Texts;

/** Says what is to be shown on one page: everything that was found on it, in words, faults and what is none alike. */
final class Callouts {

    /** Between the ink and the line drawn around it, so that the line covers none of it. */
    private static final double AROUND_MM = 1;

    /** What the ruling holds against a row that is not seen in its cells. */
    private static final Set<Fault> BESIDE_THE_CELLS = EnumSet.of(Fault.NAME_STRUCK, Fault.ADDITION, Fault.NOT_ISSUED);

    private final FormPage form;
    private final List<Official> officials;
    private final Texts texts;

    Callouts(FormPage form, List<Official> officials, Texts texts) {
        this.form = form;
        this.officials = officials;
        this.texts = texts;
    }

    List<Callout> of(Sheet sheet, Map<Integer, RowRuling> rulings) {
        List<Callout> callouts = new ArrayList<>();
        for (RowReading reading : sheet.rows()) {
            RowRuling ruling = rulings.get(reading.official());
            Set<Fault> faults = EnumSet.noneOf(Fault.class);
            if (ruling != null) {
                faults.addAll(ruling.reasons());
            }
            faults.removeAll(BESIDE_THE_CELLS);
            callouts.addAll(ofRow(reading, faults));
        }
        sheet.findings().forEach(finding -> callouts.add(ofFinding(finding)));
        return joined(callouts);
    }

    /** Pieces of one word or one signature are found one by one, but named once. */
    private static List<Callout> joined(List<Callout> callouts) {
        List<Callout> joined = new ArrayList<>();
        for (Callout next : callouts) {
            Callout whole = next;
            for (Callout other : List.copyOf(joined)) {
                if (other.belongsWith(whole)) {
                    joined.remove(other);
                    whole = other.with(whole);
                }
            }
            joined.add(whole);
        }
        return joined;
    }

    private List<Callout> ofRow(RowReading reading, Set<Fault> faults) {
        List<PaperBox> crosses = boxes(reading, Mark.Kind.CROSS);
        List<PaperBox> doubtful = boxes(reading, Mark.Kind.CANCELLED);
        doubtful.addAll(boxes(reading, Mark.Kind.UNCLEAR));
        List<Callout> callouts = new ArrayList<>();
        if (faults.contains(Fault.NO_MARK)) {
            callouts.add(new Callout(Tone.FAULT, List.of(cells(reading)), lines(reading, EnumSet.of(Fault.NO_MARK))));
        }
        if (!crosses.isEmpty()) {
            boolean several = faults.contains(Fault.MULTIPLE_MARKS);
            callouts.add(
                    several
                            ? new Callout(Tone.FAULT, crosses, lines(reading, EnumSet.of(Fault.MULTIPLE_MARKS)))
                            : new Callout(Tone.ACCEPTED, crosses, List.of()));
        }
        faults.removeAll(EnumSet.of(Fault.NO_MARK, Fault.MULTIPLE_MARKS));
        if (!doubtful.isEmpty()) {
            callouts.add(new Callout(Tone.DOUBT, doubtful, lines(reading, faults)));
        }
        return callouts;
    }

    private List<String> lines(RowReading reading, Set<Fault> faults) {
        List<String> lines = new ArrayList<>();
        lines.add(person(reading.official()));
        faults.forEach(fault -> lines.add(texts.say(fault.textKey()) + shapes(reading, fault)));
        return lines;
    }

    private String person(int official) {
        return texts.say(
                "flagged.row",
                String.valueOf(official),
                officials.get(official - 1).name());
    }

    /** {@return what the marks look like, where that is what is wrong with them} */
    private String shapes(RowReading reading, Fault fault) {
        Set<Shape> told = fault == Fault.NOT_AN_X
                ? EnumSet.range(Shape.TICK, Shape.OTHER)
                : fault == Fault.UNCLEAR_MARK ? EnumSet.of(Shape.FAINT) : EnumSet.noneOf(Shape.class);
        List<String> shapes = reading.marks().values().stream()
                .filter(mark -> mark.kind() == Mark.Kind.UNCLEAR && told.contains(mark.shape()))
                .map(mark -> mark.shape().name().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .map(shape -> texts.say("flagged.shape." + shape))
                .toList();
        return shapes.isEmpty() ? "" : ": " + String.join(", ", shapes);
    }

    private List<PaperBox> boxes(RowReading reading, Mark.Kind kind) {
        List<PaperBox> boxes = new ArrayList<>();
        for (Level level : Level.values()) {
            Mark mark = reading.mark(level);
            if (mark.kind() == kind) {
                boxes.add(mark.where()
                        .map(where -> where.grown(AROUND_MM))
                        .orElse(row(reading).cell(level)));
            }
        }
        return boxes;
    }

    private PaperBox cells(RowReading reading) {
        Row row = row(reading);
        double left = Double.MAX_VALUE;
        double right = 0;
        for (Level level : Level.values()) {
            left = Math.min(left, row.cell(level).xMm());
            right = Math.max(right, row.cell(level).rightMm());
        }
        PaperBox one = row.cell(Level.HIGH);
        return new PaperBox(left, one.yMm(), right - left, one.heightMm()).grown(-AROUND_MM / 2);
    }

    private Row row(RowReading reading) {
        return form.rows().stream()
                .filter(row -> row.official() == reading.official())
                .findFirst()
                .orElseThrow();
    }

    private Callout ofFinding(Finding finding) {
        List<PaperBox> where = List.of(finding.where().grown(AROUND_MM));
        return switch (finding.kind()) {
            case STRUCK_NAME -> fault(Fault.NAME_STRUCK, finding, List.of(name(finding)));
            case OTHER_NAME -> callout(texts.say("flagged.other-name"), finding, List.of(name(finding)));
            case ADDITION -> fault(Fault.ADDITION, finding, where);
            case STAMP_MISSING -> fault(Fault.NOT_ISSUED, finding, where);
            case STAMP -> new Callout(Tone.NO_FAULT, where, List.of(texts.say("flagged.stamp")));
            case SIGNATURE -> new Callout(Tone.NO_FAULT, where, List.of(texts.say("flagged.signature")));
        };
    }

    /** {@return the whole name: of a strike the machine sees only the ink beside the letters} */
    private PaperBox name(Finding finding) {
        return form.rows().stream()
                .filter(row -> finding.official().isPresent()
                        && row.official() == finding.official().getAsInt())
                .map(row -> row.name().grown(-AROUND_MM))
                .findFirst()
                .orElse(finding.where().grown(AROUND_MM));
    }

    private Callout fault(Fault fault, Finding finding, List<PaperBox> where) {
        return callout(texts.say(fault.textKey()), finding, where);
    }

    private Callout callout(String name, Finding finding, List<PaperBox> where) {
        List<String> lines = new ArrayList<>();
        finding.official().ifPresent(official -> lines.add(person(official)));
        lines.add(finding.certain() ? name : texts.say("flagged.doubt", name));
        return new Callout(finding.certain() ? Tone.FAULT : Tone.DOUBT, where, lines);
    }
}
