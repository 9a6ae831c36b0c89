/** The desk: web pages on which the committee decides. It keeps no state of its own but pictures; all is in the ledger. Start with {@link Desk}. */
@NullMarked
package vn.kiemphieu.review;

import org.jspecify.annotations.NullMarked;
