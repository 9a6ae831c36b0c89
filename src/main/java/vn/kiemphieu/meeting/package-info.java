/** Who votes on whom, by which rules. The ground floor of the house: imports no other room. Start with {@link Meeting}. */
@NullMarked
package vn.kiemphieu.meeting;

import org.jspecify.annotations.NullMarked;
