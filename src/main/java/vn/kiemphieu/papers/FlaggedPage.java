package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Registration.Problem;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.words.Texts;

/**
 * One page as it is to be shown to a person.
 *
 * @param picture a PNG or JPEG
 * @param pixelsPerMm of the picture; 0 where nothing on it can be pointed at
 * @param notes written over the page
 */
public record FlaggedPage(PageId page, byte[] picture, double pixelsPerMm, List<Callout> callouts, List<String> notes) {

    public FlaggedPage {
        callouts = List.copyOf(callouts);
        notes = List.copyOf(notes);
        if (!callouts.isEmpty() && pixelsPerMm <= 0) {
            throw new IllegalArgumentException("Nobody knows where on %s the findings lie".formatted(page));
        }
    }

    /**
     * A page that lies over its form.
     *
     * @param picture the straightened page, as {@code Aligned.png()} gives it
     */
    public static FlaggedPage laid(
            PageId page,
            byte[] picture,
            double pixelsPerMm,
            FormPage form,
            Sheet sheet,
            Ruling ruling,
            List<Official> officials,
            Texts texts) {
        Map<Integer, RowRuling> rulings = new HashMap<>();
        ruling.rows().forEach(row -> rulings.put(row.official(), row));
        List<Callout> callouts = new Callouts(form, officials, texts).of(sheet, rulings);
        return new FlaggedPage(page, picture, pixelsPerMm, callouts, List.of());
    }

    /** A page that lies over its form, with every mark and finding named and by what margin it was judged so. */
    public static FlaggedPage explained(
            PageId page, byte[] picture, double pixelsPerMm, FormPage form, Sheet sheet, Texts texts) {
        return new FlaggedPage(page, picture, pixelsPerMm, new Evidence(form, texts).of(sheet), List.of());
    }

    /**
     * {@return the page, and over it where to look for an addition that is on none of the ballot's sheets}
     *
     * @param sheets of the whole ballot
     */
    public FlaggedPage pointingBehind(Ruling ruling, Collection<Sheet> sheets, Texts texts) {
        boolean seen = sheets.stream()
                .flatMap(sheet -> sheet.findings().stream())
                .anyMatch(finding -> finding.kind() == Finding.Kind.ADDITION);
        if (seen || !ruling.reasons().contains(Fault.ADDITION)) {
            return this;
        }
        List<String> more = new ArrayList<>(notes);
        more.add(texts.say("flagged.behind"));
        return new FlaggedPage(page, picture, pixelsPerMm, callouts, more);
    }

    /** A page that could not be laid over the form: shown as it came, with the reason. */
    public static FlaggedPage unplaced(PageId page, byte[] picture, Problem problem, Texts texts) {
        return new FlaggedPage(page, picture, 0, List.of(), List.of(ProblemWords.say(problem, texts)));
    }
}
