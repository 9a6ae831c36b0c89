package vn.kiemphieu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.kiemphieu.meeting.Organisation;

/**
 * Every paper of a count. A draft says so across each page and in its name; when the final papers are written the drafts go,
 * and the other way round, so that no folder ever holds both.
 */
public final class Papers {

    private static final String DRAFT = "-BAN-NHAP";

    /** What dictates a paper. */
    private interface Content {
        void dictate(Account account, Style style, Typist typist);
    }

    /** The papers, in the order in which people ask for them. */
    private enum Paper {
        MINUTES("bien-ban-kiem-phieu", "Biên bản kiểm phiếu", Minutes::dictate, Style::upright),
        REPORT("bao-cao-ket-qua", "Báo cáo kết quả lấy phiếu tín nhiệm", ResultReport::dictate, Style::upright),
        SHEET("bang-ket-qua", "Bảng kết quả kiểm phiếu", ResultSheet::dictate, Style::forTheWall),
        CROSSCHECK("phieu-doi-chieu", "Phiếu đối chiếu số liệu", Crosscheck::dictate, Style::tight),
        ANNEX("phu-luc-ho-so", "Phụ lục hồ sơ kiểm phiếu", FileAnnex::dictate, Style::upright);

        private final String file;
        private final String title;
        private final Content content;
        private final Function<Organisation.Kind, Style> style;

        Paper(String file, String title, Content content, Function<Organisation.Kind, Style> style) {
            this.file = file;
            this.title = title;
            this.content = content;
            this.style = style;
        }

        private byte[] typed(Account account, boolean word) {
            Style sizes = style.apply(account.meeting().organisation().kind());
            Typist typist =
                    word ? new WordTypist(sizes, title, account.draft()) : new PdfTypist(sizes, title, account.draft());
            content.dictate(account, sizes, typist);
            return typist.finished();
        }
    }

    private Papers() {}

    /** Writes every paper. {@return them, the minutes first} */
    public static List<Path> write(Account account, Path results) throws IOException {
        Map<String, byte[]> typed = new LinkedHashMap<>();
        for (Paper paper : Paper.values()) {
            typed.putAll(typed(paper, account));
        }
        return put(typed, account, results);
    }

    /** Types the minutes once more, now with the hash that the rest stands under. {@return them} */
    public static List<Path> writeMinutes(Account account, Path results) throws IOException {
        Map<String, byte[]> minutes = typed(Paper.MINUTES, account);
        minutes.keySet().removeIf(name -> name.endsWith(".xlsx"));
        return put(minutes, account, results);
    }

    /** {@return whether that file carries the hash of the others, so that its own sum can be in no list under that hash} */
    static boolean carriesTheHash(String name) {
        return name.equals(Paper.MINUTES.file + ".pdf") || name.equals(Paper.MINUTES.file + ".docx");
    }

    /** {@return whether that file is one of the papers, final or not} */
    static boolean isPaper(String name) {
        return Arrays.stream(Paper.values())
                .anyMatch(paper -> name.startsWith(paper.file + ".") || name.startsWith(paper.file + DRAFT + "."));
    }

    /** {@return whether that file may not lie there while the count is open} */
    public static boolean belongsToAClosedCount(String name) {
        return isPaper(name) || name.equals(Sums.LIST) || name.equals(Sums.LIST_OF_MINUTES);
    }

    private static Map<String, byte[]> typed(Paper paper, Account account) {
        Map<String, byte[]> typed = new LinkedHashMap<>();
        String name = paper.file + (account.draft() ? DRAFT : "");
        typed.put(name + ".pdf", paper.typed(account, false));
        typed.put(name + ".docx", paper.typed(account, true));
        if (paper == Paper.MINUTES) {
            typed.put(name + ".xlsx", ResultWorkbook.of(account));
        }
        return typed;
    }

    private static List<Path> put(Map<String, byte[]> typed, Account account, Path results) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> paper : typed.entrySet()) {
            files.add(AtomicFile.write(results.resolve(paper.getKey()), paper.getValue()));
        }
        // Only when the new ones are whole: a machine that stops in between leaves too many papers, never none.
        for (Paper paper : Paper.values()) {
            for (String ending : List.of(".pdf", ".docx", ".xlsx")) {
                Files.deleteIfExists(results.resolve(paper.file + (account.draft() ? "" : DRAFT) + ending));
            }
        }
        return files;
    }
}
