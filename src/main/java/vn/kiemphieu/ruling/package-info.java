/** The rules, numbered, by profile; pages of one ballot joined first. Knows no image. Start with {@link Ruling}. */
@NullMarked
package vn.kiemphieu.ruling;

import org.jspecify.annotations.NullMarked;
