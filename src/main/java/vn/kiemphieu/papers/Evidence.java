package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.papers.Callout.Tone;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.words.Texts;

/** Says of every mark and finding on one page what it was taken for and by what margin, also where nothing is wrong. */
final class Evidence {

    /** Between the ink and the line drawn around it, so that the line covers none of it. */
    private static final double AROUND_MM = 1;

    private final FormPage form;
    private final Texts texts;

    Evidence(FormPage form, Texts texts) {
        this.form = form;
        this.texts = texts;
    }

    List<Callout> of(Sheet sheet) {
        List<Callout> callouts = new ArrayList<>();
        sheet.rows().forEach(row -> callouts.add(ofRow(row)));
        sheet.findings().forEach(finding -> callouts.add(ofFinding(finding)));
        return callouts;
    }

    private Callout ofRow(RowReading reading) {
        Row row = form.rows().stream()
                .filter(r -> r.official() == reading.official())
                .findFirst()
                .orElseThrow();
        List<PaperBox> boxes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Tone tone = Tone.ACCEPTED;
        double leastEmpty = 1;
        for (Level level : Level.values()) {
            Mark mark = reading.mark(level);
            if (mark.kind() == Mark.Kind.EMPTY) {
                leastEmpty = Math.min(leastEmpty, mark.margin());
                continue;
            }
            tone = mark.kind() == Mark.Kind.CROSS ? tone : Tone.DOUBT;
            boxes.add(mark.where().map(box -> box.grown(AROUND_MM)).orElse(row.cell(level)));
            lines.add(
                    texts.say("explain.short-mark", number(reading), shape(mark, texts), margin(mark.margin(), texts)));
        }
        if (boxes.isEmpty()) {
            boxes.add(row.cell(Level.CONFIDENCE).grown(-AROUND_MM));
            lines.add(texts.say("explain.short-empty", number(reading), margin(leastEmpty, texts)));
            tone = Tone.FAULT;
        } else if (boxes.size() > 1 && tone == Tone.ACCEPTED) {
            tone = Tone.FAULT;
        }
        return new Callout(tone, boxes, lines);
    }

    private static String number(RowReading reading) {
        return String.valueOf(reading.official());
    }

    private Callout ofFinding(Finding finding) {
        String kind = texts.say("explain.finding." + word(finding.kind()));
        String line = texts.say("explain.short-finding", kind, margin(finding.margin(), texts));
        Tone tone = switch (finding.kind()) {
            case STAMP, SIGNATURE -> Tone.NO_FAULT;
            case STRUCK_NAME, OTHER_NAME, ADDITION, STAMP_MISSING -> finding.certain() ? Tone.FAULT : Tone.DOUBT;
        };
        return new Callout(
                tone,
                List.of(finding.where().grown(AROUND_MM)),
                List.of(finding.certain() ? line : texts.say("flagged.doubt", line)));
    }

    private static String shape(Mark mark, Texts texts) {
        return texts.say("explain.shape." + word(mark.shape()));
    }

    private static String margin(double margin, Texts texts) {
        return String.format(texts.locale(), "%.2f", margin);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
