package vn.kiemphieu.decision;

import java.time.Instant;

/**
 * One line of the trail. Its place is told by its number alone: clocks are set back, numbers are not.
 *
 * @param number from 1, without gaps
 * @param at what the clock said
 * @param by the account's name
 */
public record Entry(long number, Instant at, String by, Role role, Deed deed) {}
