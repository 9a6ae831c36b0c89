package vn.kiemphieu.form;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Compares Vietnamese print as it was read with what is expected. Tones and hats are what a text reader gets wrong, so
 * they weigh little; a letter more or less, or another letter, is another word.
 */
final class Spelling {

    /** Three misread tones weigh about as much as one wrong letter. */
    private static final double TONE_COST = 0.3;

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String VOWELS = "aeiouy";
    private static final String LOOK_ALIKE = "il1|!o0";

    private Spelling() {}

    /** {@return capitals without tones or hats, everything but letters and digits a single space} */
    static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return apart.replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", " ")
                .strip();
    }

    /** {@return the words of a text, without marks at their edges; what is nothing but marks drops out} */
    static List<String> words(String text) {
        return List.of(Normalizer.normalize(text, Normalizer.Form.NFC).split("[^\\p{L}\\p{N}]+")).stream()
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /**
     * {@return how many letters differ, tones and look-alikes counted as {@link #TONE_COST} of one} Case and the place of
     * the tone within its syllable (hòa, hoà) make no difference.
     */
    static double distance(String a, String b) {
        String[] x = signs(a);
        String[] y = signs(b);
        double[] above = new double[y.length + 1];
        for (int j = 1; j <= y.length; j++) {
            above[j] = above[j - 1] + weight(y[j - 1]);
        }
        for (String sign : x) {
            double[] row = new double[y.length + 1];
            row[0] = above[0] + weight(sign);
            for (int j = 1; j <= y.length; j++) {
                row[j] = Math.min(
                        above[j - 1] + exchange(sign, y[j - 1]),
                        Math.min(above[j] + weight(sign), row[j - 1] + weight(y[j - 1])));
            }
            above = row;
        }
        return above[y.length];
    }

    /** {@return 1 for the same text, 0 for nothing in common} */
    static double likeness(String a, String b) {
        int longer = Math.max(plain(a).length(), plain(b).length());
        return longer == 0 ? 1 : Math.max(0, 1 - distance(a, b) / longer);
    }

    /** Letters with their hats, a tone as a sign of its own behind the vowels that it stands over. */
    private static String[] signs(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : words(text.toLowerCase(Locale.ROOT))) {
            StringBuilder tones = new StringBuilder();
            out.append(out.length() > 0 ? " " : "");
            for (char letter : word.toCharArray()) {
                String apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
                if (VOWELS.indexOf(apart.charAt(0)) < 0) {
                    out.append(tones);
                    tones.setLength(0);
                }
                StringBuilder bare = new StringBuilder();
                for (char c : apart.toCharArray()) {
                    (TONES.indexOf(c) >= 0 ? tones : bare).append(c);
                }
                out.append(Normalizer.normalize(bare, Normalizer.Form.NFC));
            }
            out.append(tones);
        }
        return out.chars().mapToObj(c -> String.valueOf((char) c)).toArray(String[]::new);
    }

    private static double weight(String sign) {
        return sign.equals(" ") || TONES.contains(sign) ? TONE_COST : 1;
    }

    private static double exchange(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        boolean toneA = TONES.contains(a);
        boolean toneB = TONES.contains(b);
        if (toneA || toneB) {
            return toneA && toneB ? TONE_COST : 1 + TONE_COST;
        }
        boolean similar =
                plain(a).equals(plain(b)) && !plain(a).isEmpty() || LOOK_ALIKE.contains(a) && LOOK_ALIKE.contains(b);
        return similar ? TONE_COST : 1;
    }
}
