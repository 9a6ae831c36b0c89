package vn.kiemphieu.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The count of pages as it is written in the file. When the library has to repair a PDF, it strikes pages it cannot find
 * from the tree and corrects the count, so that a lost page leaves no trace but this one.
 */
final class PdfCount {

    /** The root of the tree names every page or branch; that of 20,000 pages takes a quarter of this. */
    private static final int ROOT_BYTES = 1 << 20;

    private static final Pattern COUNT = Pattern.compile("/Count\\s+(\\d+)(?!\\d|\\s+\\d+\\s+R)");

    private PdfCount() {}

    static void refuseLostPages(PDDocument document, Path file, int found) throws IOException, Refused {
        COSBase root = document.getDocumentCatalog().getCOSObject().getItem(COSName.PAGES);
        if (!(root instanceof COSObject reference)) {
            return;
        }
        Long at = document.getDocument().getXrefTable().get(reference.getKey());
        if (at == null || at <= 0) {
            // Inside a packed stream, as newer writers have it: those bring an index that needs no repair, or none at
            // all.
            return;
        }
        Matcher written = COUNT.matcher(object(file, at));
        if (written.find() && !written.group(1).equals(String.valueOf(found))) {
            throw new Refused(Reason.CORRUPT, "PDF, %d / %s".formatted(document.getNumberOfPages(), written.group(1)));
        }
    }

    private static String object(Path file, long at) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.max(0, Math.min(ROOT_BYTES, in.length() - at))];
            in.seek(at);
            in.readFully(bytes);
            String text = new String(bytes, ISO_8859_1);
            int end = text.indexOf("endobj");
            return end < 0 ? text : text.substring(0, end);
        }
    }
}
