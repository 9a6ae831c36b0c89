/** OpenCV and Tesseract, and nothing else: answers what form, registration and reading ask. Every {@code Mat} is released where it was made. */
@NullMarked
package vn.kiemphieu.vision;

import org.jspecify.annotations.NullMarked;
