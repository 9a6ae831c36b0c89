package vn.kiemphieu.ruling;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pages that left the scanner one after another, to be parted into ballots. First they are cut into lots of one ballot's
 * pages; only where that does not come out even are they cut where the order breaks, which leaves more in doubt.
 */
final class PageRun {

    private final int formPages;
    private final List<Outcome> run;
    /** What may belong to a ballot, and unreadable pages as the gaps they are. Blank backs and copies are passed over. */
    private final List<Outcome> written;

    PageRun(int formPages, List<Outcome> run) {
        this.formPages = formPages;
        this.run = List.copyOf(run);
        this.written = run.stream()
                .filter(page -> page.kind() != Outcome.Kind.BLANK && page.kind() != Outcome.Kind.IDENTICAL)
                .toList();
    }

    List<Bundle> bundles() {
        List<Bundle> bundles = new ArrayList<>();
        run.forEach(page -> noBallot(page.kind())
                .ifPresent(reason -> bundles.add(new Bundle(List.of(page), false, Set.of(reason)))));
        List<Bundle> ballots = evenLots().orElseGet(this::brokenLots);
        Set<Outcome> strays = ballots.stream()
                .filter(ballot -> ballot.placed().isEmpty())
                .flatMap(ballot -> ballot.pages().stream())
                .collect(Collectors.toSet());
        Set<Outcome> writtenBehind = Backs.of(run, strays).fronts();
        for (Bundle ballot : ballots) {
            boolean behind = ballot.pages().stream().anyMatch(writtenBehind::contains);
            bundles.add(behind ? ballot.doubting(Fault.ADDITION) : ballot);
        }
        return bundles;
    }

    private static Optional<Fault> noBallot(Outcome.Kind kind) {
        return switch (kind) {
            case BLANK -> Optional.of(Fault.BLANK_PAGE);
            case UNREADABLE -> Optional.of(Fault.UNREADABLE_FILE);
            case IDENTICAL -> Optional.of(Fault.IDENTICAL_FILE);
            case PLACED, DAMAGED, STRANGE -> Optional.empty();
        };
    }

    /** {@return the ballots, where each lot of pages holds every page of the form once} */
    private Optional<List<Bundle>> evenLots() {
        List<Bundle> lots = new ArrayList<>();
        if (written.size() % formPages != 0) {
            return Optional.empty();
        }
        for (int i = 0; i < written.size(); i += formPages) {
            List<Outcome> lot = written.subList(i, i + formPages);
            if (formPages > 1 && lot.stream().allMatch(Outcome::unknown)) {
                return Optional.empty();
            }
            if (inOrder(lot)) {
                lots.add(ballot(lot));
            } else if (shuffled(lot)) {
                lots.add(new Bundle(lot, true, Set.of(Fault.PAGES_INCOMPLETE)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(lots);
    }

    /** {@return whether every page stands at its place, or an unknown one does that could be it} */
    private boolean inOrder(List<Outcome> lot) {
        return lot.size() == formPages
                && IntStream.range(0, formPages)
                        .allMatch(i -> lot.get(i).is(i + 1) || lot.get(i).unknown());
    }

    private boolean shuffled(List<Outcome> lot) {
        return lot.size() == formPages
                && IntStream.rangeClosed(1, formPages)
                        .allMatch(number -> lot.stream().anyMatch(page -> page.is(number)));
    }

    private Bundle ballot(List<Outcome> lot) {
        Set<Fault> doubts = EnumSet.noneOf(Fault.class);
        if (lot.stream().anyMatch(Outcome::unknown)) {
            doubts.add(Fault.NOT_REGISTERED);
            if (formPages > 1) {
                doubts.add(Fault.PAGES_INCOMPLETE);
            }
        }
        return new Bundle(lot, true, doubts);
    }

    /**
     * The run cut where its order breaks. An incomplete lot makes its neighbours doubtful, since a page of theirs may be
     * its own. After a lot that lacks its first page, all that follows may be shifted by a page, as when a pile was
     * scanned back first, up to the next lot that ends too early. An unreadable page may be what is lacking there; then
     * only such an end, or a shift before, tells that the rest of the pile was laid in the other way round.
     */
    private List<Bundle> brokenLots() {
        List<List<Outcome>> lots = LotCutter.cut(formPages, written);
        List<Bundle> bundles = new ArrayList<>();
        boolean shifted = isUnreadable(0) && nextBreakIsAnEnd(lots);
        boolean everShifted = shifted;
        for (int i = 0; i < lots.size(); i++) {
            List<Outcome> lot = lots.get(i);
            if (lot.size() == 1 && lot.get(0).unknown()) {
                bundles.add(new Bundle(lot, true, Set.of(Fault.NOT_REGISTERED)));
                continue;
            }
            if (lacksHead(lot)) {
                boolean explained = isUnreadable(written.indexOf(lot.get(0)) - 1);
                shifted = everShifted || !explained || nextBreakIsAnEnd(lots.subList(i + 1, lots.size()));
                everShifted |= shifted;
            } else if (incomplete(lot)) {
                shifted = false;
            }
            boolean doubtful = shifted
                    || incomplete(lot)
                    || i > 0 && incomplete(lots.get(i - 1))
                    || i + 1 < lots.size() && incomplete(lots.get(i + 1));
            bundles.add(doubtful ? ballot(lot).doubting(Fault.PAGES_INCOMPLETE) : ballot(lot));
        }
        return bundles;
    }

    private boolean isUnreadable(int place) {
        return place >= 0 && written.get(place).kind() == Outcome.Kind.UNREADABLE;
    }

    /** {@return whether a lot ends too early before any lacks its first page} */
    private boolean nextBreakIsAnEnd(List<List<Outcome>> lots) {
        return lots.stream()
                .filter(this::incomplete)
                .findFirst()
                .filter(lot -> !lacksHead(lot))
                .isPresent();
    }

    private boolean lacksHead(List<Outcome> lot) {
        return incomplete(lot) && !lot.get(0).is(1) && !lot.get(0).unknown();
    }

    private boolean incomplete(List<Outcome> lot) {
        return !inOrder(lot) && !(lot.size() == 1 && lot.get(0).unknown());
    }
}
