/** What was printed, in millimetres: pages, the ruled table, rows, cells, zones. Knows no scan and no pixel but the blank itself. Start with {@link BallotForm}. */
@NullMarked
package vn.kiemphieu.form;

import org.jspecify.annotations.NullMarked;
