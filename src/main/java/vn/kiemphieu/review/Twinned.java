package vn.kiemphieu.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.job.CountedBallot;
import vn.kiemphieu.job.CountedDeck;
import vn.kiemphieu.ruling.Duplicates;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Handwriting;

/** Which ballots seem to be the same sheet as one, so that they can be laid side by side. */
final class Twinned {

    private Twinned() {}

    static List<String> of(String ballot, CountedDeck deck) {
        Map<PageId, String> owners = new HashMap<>();
        List<Handwriting> pages = new ArrayList<>();
        for (CountedBallot each : deck.ballots()) {
            if (each.subject().machine().reasons().contains(Fault.POSSIBLE_DUPLICATE)) {
                for (CountedBallot.CountedPage page : each.pages()) {
                    page.sheet().ifPresent(sheet -> {
                        owners.put(page.id(), each.subject().ballot());
                        pages.add(Handwriting.of(page.id(), sheet));
                    });
                }
            }
        }
        if (!owners.containsValue(ballot)) {
            return List.of();
        }
        TreeSet<String> twins = new TreeSet<>();
        Duplicates.among(pages).forEach(pair -> {
            String first = owners.getOrDefault(pair.first(), "");
            String second = owners.getOrDefault(pair.second(), "");
            if (first.equals(ballot)) {
                twins.add(second);
            } else if (second.equals(ballot)) {
                twins.add(first);
            }
        });
        twins.remove(ballot);
        return List.copyOf(twins);
    }
}
