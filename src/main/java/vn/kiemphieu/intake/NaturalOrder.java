package vn.kiemphieu.intake;

import java.util.Comparator;

/** The order in which people number files: {@code scan2} comes before {@code scan10}, folder by folder. */
final class NaturalOrder implements Comparator<String> {

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int order;
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int iEnd = endOfDigits(a, i);
                int jEnd = endOfDigits(b, j);
                order = compareNumbers(a.substring(i, iEnd), b.substring(j, jEnd));
                i = iEnd;
                j = jEnd;
            } else {
                order = Integer.compare(rank(a.charAt(i++)), rank(b.charAt(j++)));
            }
            if (order != 0) {
                return order;
            }
        }
        int byRest = Integer.compare(a.length() - i, b.length() - j);
        return byRest != 0 ? byRest : a.compareTo(b);
    }

    /** A folder ends before any letter, so that {@code a/…} stands together and before {@code a b/…}. */
    private static int rank(char c) {
        return c == '/' ? -1 : Character.toLowerCase(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** By value, however many digits; {@code 007} and {@code 7} are the same number and left to what follows. */
    private static int compareNumbers(String a, String b) {
        String x = a.replaceFirst("^0+(?=.)", "");
        String y = b.replaceFirst("^0+(?=.)", "");
        int byLength = Integer.compare(x.length(), y.length());
        return byLength != 0 ? byLength : x.compareTo(y);
    }
}
