package vn.kiemphieu.form;

/**
 * One row as it was matched.
 *
 * @param page of the form, from 1
 * @param printed the name as it was read
 * @param sure whether what was read is that official's name, misread tones forgiven
 * @param exact whether it was read letter by letter as it is written in {@code meeting.yaml}
 */
public record LearnedRow(int page, int official, PaperBox box, String printed, boolean sure, boolean exact) {}
