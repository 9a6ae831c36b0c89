package vn.kiemphieu.rehearsal;

/**
 * Which deck is wanted. The same order gives the same bytes.
 *
 * @param ballots how many sheets of paper lie in the box
 * @param oddShare 0..1: the share of ballots on which something was done; the others are honest
 * @param misfortunes whether files are copied, torn and strange pages slipped in
 */
public record DeckOrder(int ballots, long seed, ScanKind kind, double oddShare, boolean misfortunes) {

    /** Half honest, half odd, with all misfortunes: each deed is seen, and the honest ones show the review load. */
    public static DeckOrder of(int ballots, long seed, ScanKind kind) {
        return new DeckOrder(ballots, seed, kind, 0.5, true);
    }

    public DeckOrder {
        if (ballots < 1) {
            throw new IllegalArgumentException("A deck needs a ballot");
        }
    }
}
