package vn.kiemphieu.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.kiemphieu.meeting.Official;

/**
 * How well the print of one cell gives the name of one official. The name may have a title before it, and the position
 * behind or under it; anything else beside it makes it another name.
 *
 * @param printed the words taken for the name
 * @param distance letters that differ, see {@link Spelling#distance}
 */
record NameMatch(String printed, double distance) {

    /** Two misread tones. A single wrong letter is refused: An and Anh are two persons. */
    private static final double TOLERATED = 0.7;

    /** Beside its name, the position is only read to see that the words are no more name. */
    private static final double POSITION_LIKENESS = 0.6;

    private static final Set<String> TITLES = Set.of(
            "ONG", "BA", "DONG", "CHI", "D", "C", "DC", "TS", "THS", "PGS", "GS", "KS", "BS", "CN", "DR", "LS", "TH",
            "S", "TT", "STT", "HO", "VA", "TEN");

    boolean same() {
        return distance <= TOLERATED;
    }

    boolean exact() {
        return distance == 0;
    }

    /** {@return the best reading of that official's name from the words of a cell, in reading order} */
    static NameMatch of(List<PrintedWord> cell, Official official) {
        List<Token> tokens = tokens(cell);
        String all = text(tokens, 0, tokens.size());
        NameMatch best = new NameMatch(all, Spelling.distance(all, official.name()));
        int length = Spelling.words(official.name()).size();
        for (int from = 0; from < tokens.size(); from++) {
            for (int to = Math.max(from + 1, from + length - 1);
                    to <= Math.min(tokens.size(), from + length + 1);
                    to++) {
                String window = text(tokens, from, to);
                double distance = Spelling.distance(window, official.name()) + strangers(tokens, from, to, official);
                if (distance < best.distance) {
                    best = new NameMatch(distance < 1 ? window : all, distance);
                }
            }
        }
        return best;
    }

    /** Counts the words beside the name that are neither title, number nor position: each is as bad as a wrong letter. */
    private static double strangers(List<Token> tokens, int from, int to, Official official) {
        double strangers = 0;
        for (int i = 0; i < from; i++) {
            if (!TITLES.contains(tokens.get(i).plain()) && !tokens.get(i).number()) {
                strangers++;
            }
        }
        String behind = text(tokens, to, tokens.size());
        if (behind.isEmpty() || Spelling.likeness(behind, official.position()) >= POSITION_LIKENESS) {
            return strangers;
        }
        double lastMiddle = tokens.get(to - 1).middleMm();
        for (int i = to; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean apart = Math.abs(token.middleMm() - lastMiddle) > token.heightMm();
            if (!apart && !token.afterMark()) {
                strangers++;
            } else {
                break;
            }
        }
        return strangers;
    }

    private static String text(List<Token> tokens, int from, int to) {
        return String.join(
                " ", tokens.subList(from, to).stream().map(Token::text).toList());
    }

    /** {@param afterMark whether a comma, dash or bracket stands before it, so that it is no part of the name} */
    private record Token(String text, double middleMm, double heightMm, boolean afterMark) {

        String plain() {
            return Spelling.plain(text);
        }

        boolean number() {
            return text.chars().allMatch(Character::isDigit);
        }
    }

    private static List<Token> tokens(List<PrintedWord> cell) {
        List<Token> tokens = new ArrayList<>();
        boolean mark = false;
        for (PrintedWord word : cell) {
            mark |= word.text().matches("^[-–—,;:(/].*");
            for (String part : Spelling.words(word.text())) {
                PaperBox box = word.box();
                tokens.add(new Token(part, box.centre().yMm(), box.heightMm(), mark));
                mark = false;
            }
            mark = word.text().matches(".*[-–—,;:(/]$")
                    || mark && Spelling.words(word.text()).isEmpty();
        }
        return tokens;
    }
}
