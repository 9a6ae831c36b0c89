package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;

/** Deals a deck's ballots onto files, as a clerk feeds them into one scanner after the other. */
final class Dealer {

    private final BallotForm form;
    private final long seed;
    private final IntFunction<Feed> feeds;
    private int files;

    /**
     * A dealer with no file dealt yet.
     *
     * @param feeds the n-th pile, from 0
     */
    Dealer(BallotForm form, long seed, IntFunction<Feed> feeds) {
        this.form = form;
        this.seed = seed;
        this.feeds = feeds;
    }

    List<Stack> dealt(List<MarkedBallot> ballots) {
        List<Stack> stacks = new ArrayList<>();
        for (int at = 0; at < ballots.size(); ) {
            Feed feed = feeds.apply(files);
            int take = Math.min(feed.sheets(), ballots.size() - at);
            List<MarkedBallot> pile = ballots.subList(at, at + take);
            stacks.addAll(stacks(feed.fitFor(pile), pile));
            at += take;
        }
        return stacks;
    }

    /** {@return one more scan of that paper, in a file or files of its own} */
    List<Stack> again(MarkedBallot ballot) {
        return named(single(), sides(ballot, 2, false));
    }

    /** {@return a file that holds one page which is no ballot} */
    List<Stack> alien(MarkedBallot any, Deed deed) {
        return named(single(), List.of(new Stack.Side(any, 0, 0, EnumSet.of(deed))));
    }

    private Feed single() {
        Feed feed = feeds.apply(files);
        return new Feed(feed.kind(), Packing.JPEGS, 1, feed.dpi());
    }

    private List<Stack> stacks(Feed feed, List<MarkedBallot> ballots) {
        List<Stack.Side> sides = new ArrayList<>();
        for (MarkedBallot ballot : ballots) {
            sides.addAll(sides(ballot, 1, feed.packing().backs()));
        }
        return named(feed, sides);
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

    private List<Stack> named(Feed feed, List<Stack.Side> sides) {
        int n = ++files;
        long lot = Lots.of(seed, -1000L - n).nextLong();
        String stem = String.format(Locale.ROOT, "%s-%04d", feed.kind().word(), n);
        String ending = "." + feed.packing().ending();
        if (!feed.packing().single()) {
            return List.of(new Stack(stem + ending, feed, sides, lot));
        }
        List<Stack> each = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            String name = sides.size() == 1 ? stem : String.format(Locale.ROOT, "%s-%02d", stem, i + 1);
            each.add(new Stack(name + ending, feed, sides.subList(i, i + 1), lot + i));
        }
        return each;
    }
}
