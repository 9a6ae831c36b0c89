package vn.kiemphieu.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.form.LearnProblem;
import vn.kiemphieu.form.Learner;
import vn.kiemphieu.form.Learning;
import vn.kiemphieu.form.SheetOpening;
import vn.kiemphieu.form.UnmarkedSheet;
import vn.kiemphieu.intake.Arrival;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.Reason;
import vn.kiemphieu.intake.Refusal;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.vision.SheetOpener;

/** Learns a form from the file of an unmarked ballot. Saves nothing: whoever asked decides what becomes of it. */
public sealed interface BlankReading {

    /** A ballot of 60 officials has four pages; a longer file is something else. */
    int MOST_PAGES = 20;

    /** The file, or a page of it, could not be had. */
    record NotTaken(Refusal refusal) implements BlankReading {}

    /** The pages were looked at, and this came of it. */
    record LookedAt(Learning learning) implements BlankReading {}

    /** {@return what came of it} The folder in which the file lies is read, too, as a folder of scans is. */
    static BlankReading of(Path blank, Meeting meeting) throws IOException {
        List<Page> pages = new ArrayList<>();
        Path file = blank.toRealPath();
        try (Intake intake = new Intake(file.resolveSibling(""))) {
            for (int number = 1; number <= MOST_PAGES; number++) {
                Arrival arrival = intake.load(new PageId(file.getFileName().toString(), number));
                if (arrival instanceof Arrival.Arrived arrived) {
                    pages.add(arrived.page());
                } else if (arrival instanceof Arrival.TurnedAway away) {
                    boolean pastTheEnd = number > 1 && away.refusal().reason() == Reason.VANISHED;
                    if (pastTheEnd) {
                        break;
                    }
                    return new NotTaken(away.refusal());
                }
            }
        }
        return new LookedAt(learn(pages, meeting));
    }

    private static Learning learn(List<Page> pages, Meeting meeting) {
        List<UnmarkedSheet> sheets = new ArrayList<>();
        try {
            for (Page page : pages) {
                SheetOpening opening = SheetOpener.open(page.picture());
                if (opening instanceof SheetOpening.Opened opened) {
                    sheets.add(opened.sheet());
                } else if (opening instanceof SheetOpening.Refused refused) {
                    LearnProblem problem = refused.problem();
                    return new Learning.NotUnderstood(
                            List.of(new LearnProblem(problem.kind(), page.id().number(), problem.details())));
                }
            }
            return Learner.learn(sheets, meeting);
        } finally {
            sheets.forEach(UnmarkedSheet::close);
        }
    }
}
