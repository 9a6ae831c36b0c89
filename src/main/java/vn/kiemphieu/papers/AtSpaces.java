package vn.kiemphieu.papers;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Breaks lines at spaces and nowhere else, as Vietnamese is written. The usual rules would break a day or the number of a
 * document at its strokes.
 */
final class AtSpaces implements FSTextBreaker {

    private static final int NONE = -1;

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return NONE;
        }
        int space = text.indexOf(' ', at);
        at = space < 0 ? text.length() : space + 1;
        return at;
    }
}
