/** The count as a Spring Batch job: its steps, their transactions, and the proof that nothing was lost. Start with {@link Counting}. */
@NullMarked
package vn.kiemphieu.job;

import org.jspecify.annotations.NullMarked;
