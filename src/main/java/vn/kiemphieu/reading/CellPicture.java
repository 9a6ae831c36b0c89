package vn.kiemphieu.reading;

import vn.kiemphieu.meeting.Level;
import vn.kiemphieu.reading.network.Network;

/**
 * The ink of one cell, for whoever teaches the network.
 *
 * @param picture as {@link Network#logOdds} takes it
 */
public record CellPicture(int official, Level level, float[] picture) {}
