/** Every page of every file under {@code scans/}. What is no image is listed, not dropped. Start with {@link Page}. */
@NullMarked
package vn.kiemphieu.intake;

import org.jspecify.annotations.NullMarked;
