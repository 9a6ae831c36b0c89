package vn.kiemphieu.ruling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the pages that came in into ballots. Never joins by guess: what does not lie in order as it should becomes doubt,
 * and every page comes out again in exactly one bundle.
 *
 * <p>Pages can belong together when they lie in one run: a file of several pages, or files of one page each that follow
 * one another in one folder.
 */
public final class Joiner {

    private final int formPages;

    /** @param formPages how many pages one ballot has */
    public Joiner(int formPages) {
        if (formPages < 1) {
            throw new IllegalArgumentException("A ballot needs a page");
        }
        this.formPages = formPages;
    }

    /**
     * {@return every page in exactly one bundle, ordered by their first pages}
     *
     * @param inScanOrder by natural order of file names, then by page
     */
    public List<Bundle> join(List<Outcome> inScanOrder) {
        List<Bundle> bundles = new ArrayList<>();
        for (List<Outcome> run : runs(inScanOrder)) {
            bundles.addAll(new PageRun(formPages, run).bundles());
        }
        Map<Outcome, Integer> place = new HashMap<>();
        inScanOrder.forEach(page -> place.put(page, place.size()));
        if (place.size() != inScanOrder.size()
                || bundles.stream().mapToInt(b -> b.pages().size()).sum() != place.size()) {
            throw new IllegalStateException(
                    "%d pages, %d of them different, in %s".formatted(inScanOrder.size(), place.size(), bundles));
        }
        bundles.sort(Comparator.comparing(bundle -> place.get(bundle.pages().get(0))));
        return bundles;
    }

    private static List<List<Outcome>> runs(List<Outcome> pages) {
        Map<String, Integer> pagesOfFile = new HashMap<>();
        pages.forEach(page -> pagesOfFile.merge(page.page().scan(), 1, Integer::sum));
        List<List<Outcome>> runs = new ArrayList<>();
        String before = "";
        for (Outcome page : pages) {
            String scan = page.page().scan();
            boolean alone = pagesOfFile.getOrDefault(scan, 0) == 1;
            String run = alone ? "folder " + scan.substring(0, scan.lastIndexOf('/') + 1) : "file " + scan;
            if (!run.equals(before)) {
                runs.add(new ArrayList<>());
                before = run;
            }
            runs.get(runs.size() - 1).add(page);
        }
        return runs;
    }
}
