package vn.kiemphieu.rehearsal;

import java.util.List;

/** The truth about a deck, page by page, in the order of its files. */
public record Truth(List<PageTruth> pages) {

    public Truth {
        pages = List.copyOf(pages);
    }
}
