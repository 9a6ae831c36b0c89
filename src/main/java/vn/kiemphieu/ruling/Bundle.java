package vn.kiemphieu.ruling;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.kiemphieu.intake.PageId;

/**
 * The pages of one ballot, or one page that is none. Every page that came in belongs to exactly one bundle.
 *
 * @param pages in the order they were scanned
 * @param ballot whether this is a ballot, or may be one; otherwise it is {@link Status#EXCLUDED}
 * @param doubts what joining alone already knows against it; for a page that is no ballot, why it is none
 */
public record Bundle(List<Outcome> pages, boolean ballot, Set<Fault> doubts) {

    public Bundle {
        pages = List.copyOf(pages);
        doubts = Set.copyOf(doubts);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("A bundle needs a page");
        }
        if (!ballot && doubts.isEmpty()) {
            throw new IllegalArgumentException("No reason why %s is no ballot".formatted(pages));
        }
    }

    /** {@return the pages whose sheets {@link RuleBook#rule} asks for, in this order} */
    public List<PageId> placed() {
        return pages.stream()
                .filter(page -> page.kind() == Outcome.Kind.PLACED)
                .map(Outcome::page)
                .toList();
    }

    Bundle doubting(Fault doubt) {
        Set<Fault> more = EnumSet.of(doubt);
        more.addAll(doubts);
        return new Bundle(pages, ballot, more);
    }
}
