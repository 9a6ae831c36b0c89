/** The front door: one class for each command. Rooms give values; here they become sentences and exit codes. Start with {@link KiemPhieu}. */
@NullMarked
package vn.kiemphieu.cli;

import org.jspecify.annotations.NullMarked;
