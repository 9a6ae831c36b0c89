package vn.kiemphieu.reading.network;

/**
 * A picture and what it is.
 *
 * @param picture as {@link Network#logOdds} takes it
 */
public record Lesson(float[] picture, boolean isOne) {}
