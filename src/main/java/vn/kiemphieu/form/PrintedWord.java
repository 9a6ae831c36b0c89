package vn.kiemphieu.form;

/**
 * One word as the text reader took it from the paper. Never believed alone: tones are often misread, so words are only
 * ever compared with what is expected.
 *
 * @param confidence 0..1, as the reader judges itself
 */
public record PrintedWord(String text, PaperBox box, double confidence) {}
