package vn.kiemphieu.intake;

/** What came of taking in one page. A page that cannot be taken in is a result, not an exception. */
public sealed interface Arrival {

    /** The page is here; its pixels may still have to be decoded. */
    record Arrived(Page page) implements Arrival {}

    /** The page is not to be had. */
    record TurnedAway(PageId id, Refusal refusal) implements Arrival {}
}
