package vn.kiemphieu.papers;

import java.util.List;

/**
 * Somebody who types what is dictated: one for PDF, one for Word. A paper is dictated once and typed by both, so what the
 * secretary edits says what was printed, to the last word.
 */
interface Typist {

    /** Quốc hiệu or the party's title, the body's names, number, place and date. */
    void letterhead(Letterhead.Head head);

    /** What the paper is, and what it is about. */
    void title(String kind, String subject);

    /** Why this is a draft, in a frame. */
    void openPoints(String intro, List<String> points);

    /** One of the documents that the paper rests on. */
    void basis(String text);

    /** Whom the paper is for: a line in the middle. */
    void addressee(String text);

    void heading(String text);

    void paragraph(String text);

    /** One point of a list, set in. */
    void item(String text);

    /** Small and in italics: how to read what stands before. */
    void note(String text);

    void grid(Grid grid);

    /** What is typed by the block stands on one page with the first line of it: a signature never stands alone. */
    void together(Runnable block);

    /** Side by side, with room for ink. */
    void signatures(List<Signature> signatures);

    /** Who gets the paper, at the left, beside the one signature at the right. */
    void recipientsAndSignature(List<String> recipients, Signature signature);

    /** {@return the finished file} */
    byte[] finished();

    /**
     * One place to sign.
     *
     * @param role in capitals
     * @param hint what to do there
     */
    record Signature(String role, String hint, String name) {}
}
