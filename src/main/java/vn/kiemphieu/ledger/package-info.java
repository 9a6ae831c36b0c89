/** The append-only memory of one meeting, in an H2 file inside its folder. Only here is SQL spoken. Start with {@link Ledger}. */
@NullMarked
package vn.kiemphieu.ledger;

import org.jspecify.annotations.NullMarked;
