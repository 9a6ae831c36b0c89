package vn.kiemphieu.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.ScanFile;
import vn.kiemphieu.ledger.PageKey;

/**
 * All that stands in {@code scans/} at the beginning of a count, in scan order. Files that cannot be read are in it, as
 * one page each, so that they come out again in the results.
 */
record Deck(List<ScanFile> files) {

    Deck {
        files = List.copyOf(files);
    }

    /** {@return the pages that can be looked at} */
    List<DeckPage> pages() {
        List<DeckPage> pages = new ArrayList<>();
        for (ScanFile file : files) {
            for (int number = 1; number <= file.pages(); number++) {
                pages.add(new DeckPage(file, number));
            }
        }
        return pages;
    }

    /** {@return the pages among these that were not read yet; the same content under two names is read once} */
    List<DeckPage> unread(Set<PageKey> read) {
        Set<PageKey> seen = new HashSet<>(read);
        return pages().stream().filter(page -> seen.add(page.key())).toList();
    }

    Map<PageId, DeckPage> pagesById() {
        Map<PageId, DeckPage> byId = new HashMap<>();
        pages().forEach(page -> byId.put(page.id(), page));
        return byId;
    }

    /** {@return every line that the results must have: each page once, each refused file once} */
    List<PageId> lines() {
        List<PageId> lines = new ArrayList<>();
        for (ScanFile file : files) {
            for (int number = 1; number <= Math.max(1, file.pages()); number++) {
                lines.add(new PageId(file.scan(), number));
            }
        }
        return lines;
    }
}
