/** Laying a page over the form: the only place where millimetres become pixels. Says why when it refuses. Start with {@link Registration}. */
@NullMarked
package vn.kiemphieu.registration;

import org.jspecify.annotations.NullMarked;
