/** What people read, in Vietnamese first and English second. Imports no other room. */
@NullMarked
package vn.kiemphieu.words;

import org.jspecify.annotations.NullMarked;
