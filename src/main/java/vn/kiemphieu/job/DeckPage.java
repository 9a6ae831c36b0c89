package vn.kiemphieu.job;

import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.ScanFile;
import vn.kiemphieu.ledger.PageKey;

/** One page image that came in, and the file it lies in. */
record DeckPage(ScanFile file, int number) {

    PageId id() {
        return new PageId(file.scan(), number);
    }

    PageKey key() {
        return new PageKey(file.sha256(), number);
    }
}
