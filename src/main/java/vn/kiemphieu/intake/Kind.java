package vn.kiemphieu.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;

/** What a file is, by its first bytes. Its name is never asked: scanners and people get endings wrong. */
enum Kind {
    PDF,
    TIFF,
    JPEG,
    PNG,
    BMP;

    /** How many bytes at the start are enough to tell. A PDF may have that much before its header, says its standard. */
    static final int HEAD_BYTES = 1024;

    /** Beginnings of files that people put beside scans, with the names they know them by. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("GIF8", "GIF"),
            Map.entry("MZ", "EXE"),
            Map.entry("\u007fELF", "ELF"),
            Map.entry("\u00d0\u00cf\u0011\u00e0", "DOC/XLS"),
            Map.entry("%!PS", "PostScript"),
            Map.entry("\0\0\0\u000cjP  ", "JPEG 2000"),
            Map.entry("\u00ff\u004f\u00ff\u0051", "JPEG 2000"),
            Map.entry("\u0097JB2", "JBIG2"),
            Map.entry("AT&TFORM", "DjVu"),
            Map.entry("8BPS", "PSD"),
            Map.entry("7z\u00bc\u00af", "7z"),
            Map.entry("Rar!", "RAR"),
            Map.entry("\u001f\u008b", "GZIP"),
            Map.entry("{\\rtf", "RTF"),
            Map.entry("SQLite format", "SQLite"),
            Map.entry("\u00ff\n", "JPEG XL"),
            Map.entry("<?xml", "XML"),
            Map.entry("<!DOCTYPE", "HTML"),
            Map.entry("<html", "HTML"));

    /** {@return what a file with this beginning is, if it can be read at all} */
    static Kind of(byte[] head) throws Refused {
        String start = new String(head, ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (start.startsWith("\u0089PNG")) {
            return PNG;
        }
        if (start.startsWith("II*\0")
                || start.startsWith("MM\0*")
                || start.startsWith("II+\0")
                || start.startsWith("MM\0+")) {
            return TIFF;
        }
        if (start.startsWith("BM") && head.length > 17 && head[15] == 0 && head[16] == 0 && head[17] == 0) {
            return BMP;
        }
        if (start.startsWith("%PDF-")) {
            return PDF;
        }
        refuseForeign(start);
        if (start.contains("%PDF-")) {
            return PDF;
        }
        throw isText(start) ? new Refused(Reason.FOREIGN, "TXT") : new Refused(Reason.UNKNOWN);
    }

    private static void refuseForeign(String start) throws Refused {
        for (Map.Entry<String, String> foreign : FOREIGN.entrySet()) {
            if (start.startsWith(foreign.getKey())) {
                throw new Refused(Reason.FOREIGN, foreign.getValue());
            }
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            throw new Refused(Reason.FOREIGN, "WebP");
        }
        if (start.startsWith("ftyp", 4)) {
            String brand = start.substring(8, Math.min(12, start.length()));
            throw new Refused(Reason.FOREIGN, brand.startsWith("avif") ? "AVIF" : isHeif(brand) ? "HEIC" : "MP4");
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            throw new Refused(Reason.FOREIGN, start.contains("[Content_Types].xml") ? "DOCX/XLSX" : "ZIP");
        }
    }

    private static boolean isHeif(String brand) {
        return brand.startsWith("he") || brand.startsWith("mif1") || brand.startsWith("msf1");
    }

    private static boolean isText(String start) {
        return start.chars().noneMatch(c -> c < 32 && c != '\n' && c != '\r' && c != '\t' || c == 127);
    }
}
