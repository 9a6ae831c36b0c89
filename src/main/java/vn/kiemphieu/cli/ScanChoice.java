package vn.kiemphieu.cli;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.Refusal;
import vn.kiemphieu.intake.ScanFile;
import vn.kiemphieu.words.Texts;

/** Finds the page that a person means by {@code SCAN[:PAGE]}. A name that is no scan's is answered with those like it. */
final class ScanChoice {

    /** More names than these nobody reads. */
    private static final int MOST_NAMES = 5;

    /** Of a name's letters, this share may be wrong and it is still the one that was meant. */
    private static final double LIKE = 0.4;

    private static final Pattern WITH_PAGE = Pattern.compile("(.+):(\\d{1,6})");

    private final List<ScanFile> files;
    private final Texts texts;

    ScanChoice(List<ScanFile> files, Texts texts) {
        this.files = List.copyOf(files);
        this.texts = texts;
    }

    /** {@return the page; without a number, the first of its file} */
    PageId find(String asked) {
        if (files.isEmpty()) {
            throw new Failure(texts.say("explain.no-scans"));
        }
        // A file may be called a:2.png, so the whole is tried first.
        Optional<ScanFile> whole = named(asked);
        if (whole.isPresent()) {
            return page(whole.get(), 1);
        }
        Matcher parts = WITH_PAGE.matcher(asked);
        String name = parts.matches() ? parts.group(1) : asked;
        int number = parts.matches() ? Integer.parseInt(parts.group(2)) : 1;
        return page(named(name).orElseThrow(() -> unknown(name)), number);
    }

    private PageId page(ScanFile file, int number) {
        if (file.refusal().isPresent()) {
            Refusal refusal = file.refusal().get();
            throw new Failure(texts.say("explain.refused", file.scan(), reason(refusal, texts)));
        }
        if (number < 1 || number > file.pages()) {
            throw new Failure(texts.say(
                    "explain.no-such-page", file.scan(), String.valueOf(file.pages()), String.valueOf(number)));
        }
        return new PageId(file.scan(), number);
    }

    static String reason(Refusal refusal, Texts texts) {
        return texts.say(refusal.reason().textKey(), refusal.figures().toArray());
    }

    /** People name a scan as they see it: in its folder, from the meeting's folder, or with the slashes of Windows. */
    private Optional<ScanFile> named(String asked) {
        String name = plain(asked);
        Optional<ScanFile> same =
                files.stream().filter(f -> plain(f.scan()).equals(name)).findFirst();
        return same.isPresent()
                ? same
                : files.stream()
                        .filter(f -> name.endsWith("scans/" + plain(f.scan())))
                        .findFirst();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC);
    }

    private Failure unknown(String name) {
        String wanted = bare(name);
        String names = files.stream()
                .map(ScanFile::scan)
                .filter(scan -> isLike(bare(scan), wanted))
                .sorted(Comparator.comparingInt(scan -> edits(bare(scan), wanted)))
                .limit(MOST_NAMES)
                .collect(Collectors.joining("\n  "));
        return names.isEmpty()
                ? new Failure(texts.say(
                        "explain.unknown-scan",
                        name,
                        String.valueOf(files.size()),
                        files.get(0).scan()))
                : new Failure(texts.say("explain.unknown-scan-near", name, names));
    }

    private static boolean isLike(String scan, String wanted) {
        return scan.contains(wanted) || edits(scan, wanted) <= Math.max(2, LIKE * wanted.length());
    }

    /** What a person types from memory: no tones, no capitals, often no ending. */
    private static String bare(String name) {
        String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        return Normalizer.normalize(last, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.[a-z]{2,4}$", "");
    }

    /** {@return how many letters must be changed, added or taken away (V. Levenshtein, 1965)} */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int other = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(other, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
