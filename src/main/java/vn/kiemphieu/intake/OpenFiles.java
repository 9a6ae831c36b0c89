package vn.kiemphieu.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * A few PDF files kept open between pages: opening one of 300 pages takes longer than taking out a page. Each is lent to
 * one thread at a time; a second thread that wants the same file opens it a second time.
 */
final class OpenFiles implements AutoCloseable {

    /** As many as threads are likely to work on; each holds a file handle and some megabytes. */
    private static final int KEPT = 8;

    /** A file at rest. One that was written to since must not be used: its index lies. */
    private record Rested(Path path, FileTime changed, long sizeBytes, PdfFile file) {}

    private final Deque<Rested> rested = new ArrayDeque<>();

    int pagesOfPdf(Path path) throws IOException, Refused {
        return with(path, PdfFile::pages);
    }

    Picture pictureOfPdf(Path path, int number) throws IOException, Refused {
        return with(path, file -> {
            if (number < 1 || number > file.pages()) {
                throw new Refused(Reason.VANISHED);
            }
            return file.picture(number);
        });
    }

    private interface Use<T> {
        T of(PdfFile file) throws IOException, Refused;
    }

    private <T> T with(Path path, Use<T> use) throws IOException, Refused {
        FileTime changed = Files.getLastModifiedTime(path);
        long size = Files.size(path);
        PdfFile file = take(path, changed, size);
        boolean sound = false;
        try {
            T result = use.of(file);
            sound = true;
            return result;
        } catch (RuntimeException e) {
            // The library throws exceptions of every kind at damaged files.
            throw new Refused(Reason.CORRUPT, "PDF");
        } finally {
            if (sound) {
                rest(new Rested(path, changed, size, file));
            } else {
                file.close();
            }
        }
    }

    private PdfFile take(Path path, FileTime changed, long size) throws IOException, Refused {
        synchronized (rested) {
            for (Iterator<Rested> all = rested.iterator(); all.hasNext(); ) {
                Rested one = all.next();
                if (one.path().equals(path)) {
                    all.remove();
                    if (one.changed().equals(changed) && one.sizeBytes() == size) {
                        return one.file();
                    }
                    one.file().close();
                }
            }
        }
        try {
            return PdfFile.open(path);
        } catch (RuntimeException e) {
            throw new Refused(Reason.CORRUPT, "PDF");
        }
    }

    private void rest(Rested file) {
        synchronized (rested) {
            rested.addFirst(file);
            if (rested.size() > KEPT) {
                rested.removeLast().file().close();
            }
        }
    }

    @Override
    public void close() {
        synchronized (rested) {
            rested.forEach(one -> one.file().close());
            rested.clear();
        }
    }
}
