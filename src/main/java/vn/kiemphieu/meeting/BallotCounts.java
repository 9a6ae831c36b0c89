package vn.kiemphieu.meeting;

import java.util.OptionalInt;

/**
 * The paper by hand count. Issued and collected may still be unknown before the vote.
 *
 * @param collected phiếu thu về, counted by hand from the box
 * @param exchanged spoiled ballots handed back and replaced before the vote
 */
public record BallotCounts(OptionalInt issued, OptionalInt collected, int exchanged) {}
