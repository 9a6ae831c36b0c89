/** What people hold in their hands: ballots, minutes, lists and pictures, typeset without any font of the system. */
@NullMarked
package vn.kiemphieu.papers;

import org.jspecify.annotations.NullMarked;
