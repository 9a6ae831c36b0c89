/** A deck of ballots whose truth is known: drawn, stamped, scanned and compared with what the count made of it. Start with {@link DeckMaker}. */
@NullMarked
package vn.kiemphieu.rehearsal;

import org.jspecify.annotations.NullMarked;
