package vn.kiemphieu.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * One PDF, open. For one thread at a time: the library keeps its place in the file. Nothing but the list of pages stays
 * in memory, however many there are.
 */
final class PdfFile implements AutoCloseable {

    /** A PDF ends with its trailer. Printers and mail programs append a little, so it is looked for this far up. */
    private static final int TAIL_BYTES = 1 << 16;

    private final PDDocument document;
    private final PdfPages pages;

    private PdfFile(PDDocument document, PdfPages pages) {
        this.document = document;
        this.pages = pages;
    }

    static PdfFile open(Path file) throws IOException, Refused {
        String tail = tail(file);
        refuseCutEnd(tail);
        PDDocument document = load(file, tail);
        try {
            document.setResourceCache(new NoCache());
            PdfPages pages = PdfPages.of(document);
            PdfCount.refuseLostPages(document, file, pages.count());
            if (pages.count() == 0) {
                throw new Refused(Reason.NO_PAGES);
            }
            return new PdfFile(document, pages);
        } catch (IOException | Refused | RuntimeException | StackOverflowError e) {
            IOUtils.closeQuietly(document);
            throw e;
        }
    }

    private static PDDocument load(Path file, String tail) throws Refused {
        try {
            // Many scanners set an owner's password alone: such a file opens with none.
            return Loader.loadPDF(file.toFile(), "", IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new Refused(Reason.ENCRYPTED);
        } catch (IOException e) {
            throw tail.contains("/Encrypt") ? new Refused(Reason.ENCRYPTED) : new Refused(Reason.CORRUPT, "PDF");
        }
    }

    private static String tail(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(bytes);
            return new String(bytes, ISO_8859_1);
        }
    }

    /**
     * The library repairs a PDF without its end by searching for what is left, and the last pages are missing from it
     * without a word. So a file must have its end, with no object after it.
     */
    private static void refuseCutEnd(String tail) throws Refused {
        int end = Math.max(tail.lastIndexOf("%%EOF"), tail.lastIndexOf("startxref"));
        if (end < 0 || tail.indexOf(" obj", end) >= 0) {
            throw new Refused(Reason.TRUNCATED, "PDF");
        }
    }

    int pages() {
        return pages.count();
    }

    /** {@return the picture of one page} Ask only for pages there are. */
    Picture picture(int number) throws IOException, Refused {
        PDPage page = pages.page(number);
        PdfPlacement placement = PdfPlacement.of(page);
        Picture raw = placement.wholePage() ? PdfImage.picture(placement) : null;
        if (raw != null) {
            return raw;
        }
        PdfResources.prove(page.getCOSObject());
        return PdfDrawing.draw(document, number, placement.dpi());
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(document);
    }
}
