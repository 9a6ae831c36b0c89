package vn.kiemphieu.intake;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A few files kept at hand between pages: opening one of 300 pages takes longer than taking out a page. Each is lent to
 * one thread at a time; a second thread that wants the same file opens it a second time.
 */
final class OpenFiles implements AutoCloseable {

    /** As many as threads are likely to work on; each holds a file handle and some megabytes. */
    private static final int KEPT = 8;

    /** A file at rest. One that was written to since must not be used: its index lies. */
    private record Rested(Path path, FileTime changed, long sizeBytes, PdfFile file) {}

    /** The places of the pages of a TIFF, which takes a walk through the whole file to learn. */
    private record Chain(FileTime changed, long sizeBytes, List<TiffFile.Place> places) {}

    private final Map<Path, Chain> chains = new LinkedHashMap<>();
    private final Deque<Rested> rested = new ArrayDeque<>();

    int pagesOfPdf(Path path) throws IOException, Refused {
        PdfPacked.refuseBomb(path);
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

    int pagesOfTiff(Path path) throws IOException, Refused {
        try (TiffFile file = TiffFile.open(path)) {
            return places(path, file).size();
        }
    }

    Picture pictureOfTiff(Path path, int number) throws IOException, Refused {
        try (TiffFile file = TiffFile.open(path)) {
            List<TiffFile.Place> places = places(path, file);
            if (number < 1 || number > places.size()) {
                throw new Refused(Reason.VANISHED);
            }
            TiffFile.Place place = places.get(number - 1);
            Optional<Picture> picture = TiffPage.picture(file, place.at());
            return picture.isPresent() ? picture.get() : JdkDecoder.tiff(path, place.index());
        }
    }

    private List<TiffFile.Place> places(Path path, TiffFile file) throws IOException, Refused {
        FileTime changed = Files.getLastModifiedTime(path);
        synchronized (chains) {
            Chain known = chains.get(path);
            if (known != null && known.changed().equals(changed) && known.sizeBytes() == file.size()) {
                return known.places();
            }
        }
        List<TiffFile.Place> places = file.pages();
        synchronized (chains) {
            chains.put(path, new Chain(changed, file.size(), places));
            if (chains.size() > KEPT) {
                chains.remove(chains.keySet().iterator().next());
            }
        }
        return places;
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
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
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
