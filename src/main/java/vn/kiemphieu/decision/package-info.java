/** What the committee decided about ballots, and what their decisions make of the machine's rulings. Knows no database and no screen. Start with {@link Docket}. */
@NullMarked
package vn.kiemphieu.decision;

import org.jspecify.annotations.NullMarked;
