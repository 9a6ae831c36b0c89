/** What was seen on a registered page: findings with evidence, no verdict on the ballot. Start with {@link Sheet}. */
@NullMarked
package vn.kiemphieu.reading;

import org.jspecify.annotations.NullMarked;
