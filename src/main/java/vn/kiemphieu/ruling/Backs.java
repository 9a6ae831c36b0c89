package vn.kiemphieu.ruling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import vn.kiemphieu.ruling.Outcome.Kind;

/**
 * Which pages may have writing on their backs. Where both sides of every sheet were scanned, a page that is neither blank nor
 * the form's is either a sheet of its own or a back that somebody wrote on; only a person can tell which.
 *
 * @param fronts pages right beside such a page, on the side where their back would be
 */
record Backs(Set<Outcome> fronts) {

    Backs {
        fronts = Set.copyOf(fronts);
    }

    /**
     * Looks along the run.
     *
     * @param strays pages that went to no ballot; a strange page that stands where a ballot lacks one is no back
     */
    static Backs of(List<Outcome> run, Set<Outcome> strays) {
        if (!bothSidesScanned(run)) {
            return new Backs(Set.of());
        }
        int toFront = backsComeFirst(run) ? 1 : -1;
        Set<Outcome> fronts = new HashSet<>();
        for (int i = 0; i < run.size(); i++) {
            int front = i + toFront;
            if (run.get(i).kind() == Kind.STRANGE && strays.contains(run.get(i)) && isPlaced(run, front)) {
                fronts.add(run.get(front));
            }
        }
        return new Backs(fronts);
    }

    /** A file of several pages may always hold both sides; files of one page show it by a blank page beside a ballot. */
    private static boolean bothSidesScanned(List<Outcome> run) {
        boolean oneFile = run.size() > 1
                && run.get(0).page().scan().equals(run.get(1).page().scan());
        return oneFile
                || IntStream.range(0, run.size())
                        .anyMatch(
                                i -> run.get(i).kind() == Kind.BLANK && (isPlaced(run, i - 1) || isPlaced(run, i + 1)));
    }

    /** {@return whether the pile lay face down: every page that could be placed is the second side of its sheet} */
    private static boolean backsComeFirst(List<Outcome> run) {
        return run.size() % 2 == 0
                && IntStream.range(0, run.size()).filter(i -> i % 2 == 0).noneMatch(i -> isPlaced(run, i));
    }

    private static boolean isPlaced(List<Outcome> run, int place) {
        return place >= 0 && place < run.size() && run.get(place).kind() == Kind.PLACED;
    }
}
