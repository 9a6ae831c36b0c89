package vn.kiemphieu.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.job.CountedBallot;
import vn.kiemphieu.job.CountedBallot.CountedPage;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.RowRuling;
import vn.kiemphieu.ruling.Status;

/**
 * One ballot as a person is shown it: the pages, where to look, and what is asked. Not what the machine takes it for.
 *
 * @param faults what is asked about the ballot as a whole
 * @param proposed the reasons by which the machine proposes it as invalid; empty where it does not
 * @param rows the rows that are asked about
 * @param others the rows that nobody asks about: how the same hand marks elsewhere
 * @param twins the ballots that seem to be the same sheet
 */
record BallotView(
        String id,
        String reference,
        List<PageView> pages,
        Set<Fault> faults,
        Set<Fault> proposed,
        List<RowView> rows,
        List<RowView> others,
        List<String> twins) {

    /** What belongs to a row is asked with the row. */
    private static final Set<Fault> OF_ROWS =
            EnumSet.of(Fault.NO_MARK, Fault.MULTIPLE_MARKS, Fault.NOT_AN_X, Fault.CORRECTED, Fault.UNCLEAR_MARK);

    /** Around a row, so that ink that runs over its lines is seen. */
    private static final double MARGIN_MM = 4;

    /**
     * One page.
     *
     * @param index from 0, in the ballot's order
     * @param sheet the whole page in millimetres; 0 wide where it lies over no form
     */
    record PageView(int index, Box sheet, List<Box> outlines) {

        public boolean laid() {
            return sheet.width() > 0;
        }
    }

    /**
     * One row that is asked about.
     *
     * @param page the index of the page it is on, where that page lies over the form
     */
    record RowView(int number, Official official, OptionalInt page, Optional<Box> crop, Set<Fault> faults) {

        public int pageIndex() {
            return page.orElse(0);
        }
    }

    static BallotView of(CountedBallot ballot, Office office, List<String> twins) {
        Docket docket = office.docket();
        List<Integer> asked = docket.asked(ballot.subject());
        boolean checked = !ballot.subject().asksPeople();
        List<PageView> pages = new ArrayList<>();
        for (int i = 0; i < ballot.pages().size(); i++) {
            pages.add(page(i, ballot, office, checked));
        }
        Set<Fault> faults = new TreeSet<>(ballot.subject().machine().reasons());
        faults.removeAll(OF_ROWS);
        boolean invalid = ballot.subject().machine().status() == Status.INVALID;
        return new BallotView(
                ballot.subject().ballot(),
                ballot.subject().reference(),
                pages,
                checked ? Set.of() : faults,
                invalid ? new TreeSet<>(ballot.subject().machine().reasons()) : Set.of(),
                asked.stream().map(row -> row(row, ballot, office, checked)).toList(),
                ballot.subject().allRows().stream()
                        .filter(row -> !asked.contains(row))
                        .map(row -> row(row, ballot, office, true))
                        .filter(row -> row.crop().isPresent())
                        .toList(),
                twins);
    }

    private static PageView page(int index, CountedBallot ballot, Office office, boolean checked) {
        Optional<Sheet> sheet = ballot.pages().get(index).sheet();
        if (sheet.isEmpty()) {
            return new PageView(index, new Box(0, 0, 0, 0), List.of());
        }
        FormPage form = office.form().pages().get(sheet.get().formPage() - 1);
        List<Box> outlines = checked ? List.of() : outlines(sheet.get(), form, ballot);
        return new PageView(index, new Box(0, 0, form.widthMm(), form.heightMm()), outlines);
    }

    private static List<Box> outlines(Sheet sheet, FormPage form, CountedBallot ballot) {
        List<PaperBox> boxes = new ArrayList<>();
        sheet.findings().stream()
                .filter(finding -> finding.kind() != Finding.Kind.STAMP && finding.kind() != Finding.Kind.SIGNATURE)
                .forEach(finding -> boxes.add(finding.where().grown(1)));
        for (RowReading row : sheet.rows()) {
            row.marks().values().stream()
                    .filter(mark -> mark.kind() == Mark.Kind.UNCLEAR || mark.kind() == Mark.Kind.CANCELLED)
                    .forEach(mark -> mark.where().ifPresent(where -> boxes.add(where.grown(1))));
            boolean marksOfRow = faults(ballot, row.official()).stream()
                    .anyMatch(fault -> fault == Fault.NO_MARK || fault == Fault.MULTIPLE_MARKS);
            if (marksOfRow) {
                formRow(form, row.official()).ifPresent(printed -> boxes.add(printed.box()));
            }
        }
        return boxes.stream().map(Box::of).toList();
    }

    private static RowView row(int number, CountedBallot ballot, Office office, boolean checked) {
        Official official = office.meeting().officials().get(number - 1);
        Set<Fault> faults = checked ? Set.of() : new TreeSet<>(faults(ballot, number));
        for (int i = 0; i < ballot.pages().size(); i++) {
            CountedPage page = ballot.pages().get(i);
            if (page.sheet().isPresent()) {
                FormPage form = office.form().pages().get(page.sheet().get().formPage() - 1);
                Optional<Row> printed = formRow(form, number);
                if (printed.isPresent()) {
                    Box crop = Box.of(printed.get().box().grown(MARGIN_MM));
                    return new RowView(number, official, OptionalInt.of(i), Optional.of(crop), faults);
                }
            }
        }
        return new RowView(number, official, OptionalInt.empty(), Optional.empty(), faults);
    }

    private static Optional<Row> formRow(FormPage form, int number) {
        return form.rows().stream().filter(row -> row.official() == number).findFirst();
    }

    private static Set<Fault> faults(CountedBallot ballot, int number) {
        return ballot.subject().machine().rows().stream()
                .filter(row -> row.official() == number)
                .min(Comparator.comparingInt(RowRuling::official))
                .map(RowRuling::reasons)
                .orElse(Set.of());
    }
}
