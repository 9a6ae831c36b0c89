package vn.kiemphieu.job;

import vn.kiemphieu.ledger.PageOutcome;

/** A page and what became of it, on its way into the ledger. */
record ReadPage(DeckPage page, PageOutcome outcome) {}
