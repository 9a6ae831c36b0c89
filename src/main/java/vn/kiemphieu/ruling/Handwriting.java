package vn.kiemphieu.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Sheet;

/**
 * What a voter's pen left on one page, cut down to what tells whether another scan shows the same sheet: some kilobytes,
 * so that those of ten thousand pages fit into memory while their images and full traces do not.
 *
 * <p>Only ink that the reader took for writing is kept. Remains of print and dirt lie at the same places on all sheets and
 * would make every ballot look like every other.
 */
public final class Handwriting {

    private static final int OUTSIDE_THE_CELLS = -1;

    private final PageId page;
    private final int formPage;
    private final List<InkPatch> cells;
    private final List<InkPatch> elsewhere;
    private final Optional<PaperBox> stamp;

    private Handwriting(
            PageId page, int formPage, List<InkPatch> cells, List<InkPatch> elsewhere, Optional<PaperBox> stamp) {
        this.page = page;
        this.formPage = formPage;
        this.cells = List.copyOf(cells);
        this.elsewhere = List.copyOf(elsewhere);
        this.stamp = stamp;
    }

    public static Handwriting of(PageId page, Sheet sheet) {
        List<InkPatch> cells = new ArrayList<>();
        for (RowReading row : sheet.rows()) {
            for (Level level : Level.values()) {
                Mark mark = row.mark(level);
                int place = row.official() * Level.values().length + level.ordinal();
                mark.where()
                        .filter(where -> mark.kind() != Mark.Kind.EMPTY)
                        .flatMap(where -> InkPatch.cut(sheet.trace(), where, place))
                        .ifPresent(cells::add);
            }
        }
        List<InkPatch> elsewhere = new ArrayList<>();
        Optional<PaperBox> stamp = Optional.empty();
        for (Finding finding : sheet.findings()) {
            switch (finding.kind()) {
                case STRUCK_NAME, ADDITION, SIGNATURE ->
                    InkPatch.cut(sheet.trace(), finding.where(), OUTSIDE_THE_CELLS)
                            .ifPresent(elsewhere::add);
                case STAMP -> stamp = finding.certain() ? Optional.of(finding.where()) : stamp;
                case STAMP_MISSING, OTHER_NAME -> {}
            }
        }
        return new Handwriting(page, sheet.formPage(), cells, elsewhere, stamp);
    }

    public PageId page() {
        return page;
    }

    int formPage() {
        return formPage;
    }

    /** {@return one patch for each cell with a mark, by rising place} */
    List<InkPatch> cells() {
        return cells;
    }

    List<InkPatch> elsewhere() {
        return elsewhere;
    }

    /** {@return where the stamp lies, if there certainly is one: every sheet is stamped by hand, no two alike} */
    Optional<PaperBox> stamp() {
        return stamp;
    }
}
