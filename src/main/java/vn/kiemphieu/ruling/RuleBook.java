package vn.kiemphieu.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.ruling.Consequence.Spoils;
import vn.kiemphieu.ruling.RowRuling.RowStatus;

/**
 * Decides what becomes of one ballot, by {@code docs/rules.md} and one profile.
 *
 * <p>A doubt is put to a person only if its answer could change the verdict: a ballot that is certainly spoiled is
 * proposed as invalid whatever its faint marks mean. But which ballot a page belongs to, and whether it was counted
 * before, is asked first: of a ballot that may not exist nothing is certain.
 */
public final class RuleBook {

    private final RuleProfile profile;
    private final BallotForm form;

    public RuleBook(RuleProfile profile, BallotForm form) {
        this.profile = profile;
        this.form = form;
    }

    /**
     * Rules on one bundle.
     *
     * @param sheets what was read on {@link Bundle#placed}, in that order
     */
    public Ruling rule(Bundle bundle, List<Sheet> sheets) {
        List<PageId> pages = bundle.pages().stream().map(Outcome::page).toList();
        if (!bundle.ballot()) {
            return new Ruling(pages, Status.EXCLUDED, bundle.doubts(), List.of(), 1);
        }
        if (sheets.size() != bundle.placed().size()) {
            throw new IllegalArgumentException("%d sheets for %d placed pages"
                    .formatted(sheets.size(), bundle.placed().size()));
        }
        List<RowFaults> rows = new ArrayList<>();
        BallotFaults faults = new BallotFaults(bundle.doubts());
        for (Sheet sheet : sheets) {
            rows.addAll(see(sheet, faults));
        }
        Set<Fault> spoiling = spoiling(faults);
        Status status = status(faults, spoiling);
        double margin = status == Status.INVALID ? faults.marginOf(spoiling) : faults.leastMargin();
        return new Ruling(pages, status, faults.all(), rowRulings(rows, faults, status), margin);
    }

    private List<RowFaults> see(Sheet sheet, BallotFaults faults) {
        FormPage page = form.pages().get(sheet.formPage() - 1);
        List<Integer> printed = page.rows().stream().map(Row::official).toList();
        if (!sheet.rows().stream().map(RowReading::official).toList().equals(printed)) {
            throw new IllegalArgumentException(
                    "Page %d has the rows %s, but %s was read".formatted(page.number(), printed, sheet.rows()));
        }
        faults.see(sheet, page.stamp().isPresent());
        List<RowFaults> rows = new ArrayList<>();
        for (RowReading reading : sheet.rows()) {
            RowFaults row = RowFaults.of(reading);
            faults.see(row, reading);
            rows.add(row);
        }
        return rows;
    }

    /** {@return the certain faults that spoil the whole ballot} */
    private Set<Fault> spoiling(BallotFaults faults) {
        return faults.certain().stream()
                .filter(fault -> effect(fault, faults) == Spoils.BALLOT)
                .collect(Collectors.toSet());
    }

    private Status status(BallotFaults faults, Set<Fault> spoiling) {
        if (faults.leaveTheBallotUnknown()) {
            return Status.REVIEW;
        }
        if (!spoiling.isEmpty()) {
            return Status.INVALID;
        }
        boolean asksAPerson = faults.certain().stream().anyMatch(fault -> effect(fault, faults) == Spoils.PERSON);
        return asksAPerson || !faults.doubtful().isEmpty() ? Status.REVIEW : Status.COUNTED;
    }

    private Spoils effect(Fault fault, BallotFaults faults) {
        return profile.of(fault).on(form.officials(), faults.rowsWith(fault));
    }

    private static List<RowRuling> rowRulings(List<RowFaults> rows, BallotFaults faults, Status status) {
        return rows.stream()
                .map(row -> {
                    RowStatus rowStatus = rowStatus(row, status);
                    Optional<Level> vote = rowStatus == RowStatus.COUNTED ? row.vote() : Optional.empty();
                    return new RowRuling(row.official(), rowStatus, vote, faults.of(row.official()));
                })
                .toList();
    }

    private static RowStatus rowStatus(RowFaults row, Status ballot) {
        return switch (ballot) {
            case COUNTED -> row.vote().isPresent() ? RowStatus.COUNTED : RowStatus.VOID;
            case INVALID -> RowStatus.VOID;
            case REVIEW -> RowStatus.REVIEW;
            case EXCLUDED -> throw new IllegalStateException("An excluded page has no rows");
        };
    }
}
