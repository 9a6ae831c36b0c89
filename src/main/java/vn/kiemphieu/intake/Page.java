package vn.kiemphieu.intake;

/**
 * One page image that came in.
 *
 * @param sha256 of the page's content, lower-case hex: what makes a page the same page
 */
public record Page(PageId id, String sha256, Picture picture) {}
