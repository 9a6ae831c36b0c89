/** The sums of a count and whether its books balance. Knows no page and no file. Start with {@link Tally}. */
@NullMarked
package vn.kiemphieu.count;

import org.jspecify.annotations.NullMarked;
