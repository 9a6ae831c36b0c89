package vn.kiemphieu.job;

import vn.kiemphieu.ledger.PageOutcome;

/**
 * A page and what became of it, on its way into the ledger.
 *
 * @param flagged whether a person will have to look at it, as far as one page alone can tell
 */
record ReadPage(DeckPage page, PageOutcome outcome, boolean flagged) {}
