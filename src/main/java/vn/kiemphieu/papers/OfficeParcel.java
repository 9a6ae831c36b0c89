package vn.kiemphieu.papers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What kind of zip an office file is, found out before anybody unpacks it in earnest: a file of a few kilobytes can say that
 * it holds gigabytes.
 */
enum OfficeParcel {
    SPREADSHEET,
    WORD,
    WITH_MACROS,
    TOO_LARGE,
    FOREIGN;

    /** The parts that are read; pictures are not, however large. XML of this size takes a hundred times its own memory. */
    private static final long MOST_XML_BYTES = 6L * 1024 * 1024;

    private static final long MOST_BYTES = 40L * 1024 * 1024;

    private static final int MOST_PARTS = 500;

    static OfficeParcel look(byte[] file) throws IOException {
        boolean spreadsheet = false;
        boolean word = false;
        long xml = 0;
        long all = 0;
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                long size = size(zip);
                all += size;
                xml += name.endsWith(".xml") || name.endsWith(".rels") ? size : 0;
                if (++parts > MOST_PARTS || all > MOST_BYTES || xml > MOST_XML_BYTES) {
                    return TOO_LARGE;
                }
                if (name.endsWith("vbaProject.bin")) {
                    return WITH_MACROS;
                }
                spreadsheet |= name.equals("xl/workbook.xml");
                word |= name.equals("word/document.xml");
            }
        }
        return spreadsheet ? SPREADSHEET : word ? WORD : FOREIGN;
    }

    private static long size(InputStream part) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long size = 0;
        for (int n = part.read(buffer); n > 0 && size <= MOST_BYTES; n = part.read(buffer)) {
            size += n;
        }
        return size;
    }
}
