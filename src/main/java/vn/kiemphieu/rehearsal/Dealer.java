package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;

/** Deals a deck's ballots onto files, as a clerk feeds them into one scanner after the other. */
final class Dealer {

    private final BallotForm form;
    private final DeckOrder order;
    private final List<ScanKind> kinds;
    private int files;

    Dealer(BallotForm form, DeckOrder order) {
        this.form = form;
        this.order = order;
        this.kinds = order.kind() == ScanKind.MIXED
                ? List.of(ScanKind.OFFICE, ScanKind.GREY, ScanKind.BILEVEL, ScanKind.POOR, ScanKind.PHOTO)
                : List.of(order.kind());
    }

    List<Stack> dealt(List<MarkedBallot> ballots) {
        List<Stack> stacks = new ArrayList<>();
        for (int at = 0; at < ballots.size(); ) {
            ScanKind kind = kinds.get(files % kinds.size());
            Packing packing = Packing.of(kind, files / kinds.size());
            int take = Math.min(packing.sheets(), ballots.size() - at);
            if (order.kind() == ScanKind.MIXED
                    && kind == ScanKind.BILEVEL
                    && anyFaint(ballots.subList(at, at + take))) {
                kind = ScanKind.GREY;
                packing = Packing.PDF;
            }
            stacks.addAll(stacks(kind, packing, ballots.subList(at, at + take)));
            at += take;
        }
        return stacks;
    }

    /** One bit a pixel loses a faint mark altogether; then not even a person could see what the voter meant. */
    private static boolean anyFaint(List<MarkedBallot> ballots) {
        return ballots.stream().anyMatch(b -> b.deeds().contains(Deed.FAINT_MARK));
    }

    /** {@return one more scan of that paper, in a file or files of its own} */
    List<Stack> again(MarkedBallot ballot) {
        ScanKind kind = kinds.get(files % kinds.size());
        return named(kind, Packing.JPEGS, sides(ballot, 2, false));
    }

    /** {@return a file that holds one page which is no ballot} */
    List<Stack> alien(MarkedBallot any, Deed deed) {
        ScanKind kind = kinds.get(files % kinds.size());
        return named(kind, Packing.JPEGS, List.of(new Stack.Side(any, 0, 0, EnumSet.of(deed))));
    }

    private List<Stack> stacks(ScanKind kind, Packing packing, List<MarkedBallot> ballots) {
        List<Stack.Side> sides = new ArrayList<>();
        for (MarkedBallot ballot : ballots) {
            sides.addAll(sides(ballot, 1, packing.backs()));
        }
        return named(kind, packing, sides);
    }

    private List<Stack.Side> sides(MarkedBallot ballot, int scanning, boolean backs) {
        List<Stack.Side> sides = new ArrayList<>();
        for (FormPage page : form.pages()) {
            if (!(ballot.deeds().contains(Deed.PAGE_MISSING)
                    && page.number() == form.pages().size())) {
                sides.add(new Stack.Side(ballot, scanning, page.number(), ballot.deeds()));
            }
        }
        if (ballot.deeds().contains(Deed.PAGES_SWAPPED)) {
            java.util.Collections.swap(sides, 0, 1);
        }
        if (backs && sides.size() % 2 == 1) {
            sides.add(new Stack.Side(ballot, scanning, 0, EnumSet.of(Deed.BLANK_BACK)));
        }
        return sides;
    }

    private List<Stack> named(ScanKind kind, Packing packing, List<Stack.Side> sides) {
        int n = ++files;
        long seed = Lots.of(order.seed(), -1000L - n).nextLong();
        String stem = String.format(Locale.ROOT, "%s-%04d", kind.word(), n);
        if (!packing.single()) {
            return List.of(new Stack(stem + "." + packing.ending(), kind, packing, sides, seed));
        }
        List<Stack> each = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            String name = sides.size() == 1 ? stem : stem + "-" + (i + 1);
            each.add(new Stack(name + "." + packing.ending(), kind, packing, sides.subList(i, i + 1), seed + i));
        }
        return each;
    }
}
