package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers as they are said in Vietnamese, for the papers that write a number twice. The same digit sounds otherwise by its
 * place: mốt for một, tư for bốn and lăm for năm after a ten, and linh for an empty ten between others.
 */
final class NumberWords {

    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

    private static final List<String> GROUPS = List.of("", " nghìn", " triệu", " tỷ");

    private static final int GROUP = 1000;

    private NumberWords() {}

    /** {@return the number in words, in small letters} */
    static String of(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("Nothing that is counted is negative: " + number);
        }
        if (number == 0) {
            return DIGITS.get(0);
        }
        List<String> words = new ArrayList<>();
        int rest = number;
        for (int group = 0; rest > 0; group++, rest /= GROUP) {
            if (rest % GROUP > 0) {
                // Only the leading group may leave its empty hundreds unsaid: 1.005 is một nghìn không trăm linh năm.
                words.add(0, group(rest % GROUP, rest >= GROUP) + GROUPS.get(group));
            }
        }
        return String.join(" ", words);
    }

    private static String group(int number, boolean sayHundreds) {
        int hundreds = number / 100;
        boolean withHundreds = hundreds > 0 || sayHundreds;
        String tail = belowHundred(number % 100, withHundreds);
        String head = withHundreds ? DIGITS.get(hundreds) + " trăm" : "";
        return head.isEmpty() || tail.isEmpty() ? head + tail : head + " " + tail;
    }

    private static String belowHundred(int number, boolean afterHundreds) {
        int tens = number / 10;
        int units = number % 10;
        if (tens == 0) {
            return units == 0 ? "" : (afterHundreds ? "linh " : "") + DIGITS.get(units);
        }
        String ten = tens == 1 ? "mười" : DIGITS.get(tens) + " mươi";
        return units == 0 ? ten : ten + " " + afterTen(tens, units);
    }

    private static String afterTen(int tens, int units) {
        return switch (units) {
            case 1 -> tens == 1 ? "một" : "mốt";
            case 4 -> tens == 1 ? "bốn" : "tư";
            case 5 -> "lăm";
            default -> DIGITS.get(units);
        };
    }
}
