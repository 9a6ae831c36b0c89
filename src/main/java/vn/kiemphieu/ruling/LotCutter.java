package vn.kiemphieu.ruling;

import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.ruling.Outcome.Kind;

/** Cuts a run of pages wherever the next page is not the one that should follow. What it leaves may be incomplete. */
final class LotCutter {

    private final int formPages;
    private final List<List<Outcome>> lots = new ArrayList<>();
    /** The page of the form that would continue the last lot; 1 where that lot is closed. */
    private int next = 1;

    private LotCutter(int formPages) {
        this.formPages = formPages;
    }

    /**
     * {@return lots of pages in rising order}
     *
     * <p>A page that is unknown and fits nowhere is a lot of its own. It does not end the ballot around it where it may
     * be the back of that ballot's page.
     */
    static List<List<Outcome>> cut(int formPages, List<Outcome> written) {
        LotCutter cutter = new LotCutter(formPages);
        List<List<Outcome>> aside = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Outcome page = written.get(i);
            if (page.kind() == Kind.PLACED) {
                cutter.add(page, page.formPage().orElseThrow());
            } else if (page.unknown() && cutter.isMissing(written, i)) {
                cutter.add(page, cutter.next);
            } else {
                cutter.next = page.kind() == Kind.STRANGE ? cutter.next : 1;
                if (page.unknown()) {
                    aside.add(List.of(page));
                }
            }
        }
        cutter.lots.addAll(aside);
        return cutter.lots;
    }

    private void add(Outcome page, int number) {
        if (number == 1 || number != next) {
            lots.add(new ArrayList<>());
        }
        lots.get(lots.size() - 1).add(page);
        next = number == formPages ? 1 : number + 1;
    }

    /** {@return whether the page at that place stands exactly where the next page of the form is missing} */
    private boolean isMissing(List<Outcome> written, int place) {
        boolean last = place + 1 == written.size();
        if (next == formPages) {
            return last || !written.get(place + 1).is(next);
        }
        return !last && written.get(place + 1).is(next + 1);
    }
}
