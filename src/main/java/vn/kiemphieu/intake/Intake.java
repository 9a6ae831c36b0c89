package vn.kiemphieu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The front door for scans: what lies in the folder, and page by page what is in it. Nothing a file contains makes it
 * throw; a file or page that cannot be had is a {@link Refusal}. Safe for use by several threads at once.
 */
public final class Intake implements AutoCloseable {

    /** What operating systems leave in folders. */
    private static final List<String> SYSTEM_FILES = List.of("thumbs.db", "desktop.ini", ".ds_store", "ehthumbs.db");

    /** What a file was when it was listed. Pages are only taken from a file that still is the same. */
    private record Seen(long sizeBytes, FileTime changed) {}

    private final Path folder;
    private final Map<String, Seen> listed = new ConcurrentHashMap<>();
    private final OpenFiles openFiles = new OpenFiles();

    /** An intake for the files under {@code scans}, which need not exist yet. */
    public Intake(Path scans) {
        this.folder = scans;
    }

    /** {@return a line for every file, in natural order} Of files alike, the first counts. */
    public List<ScanFile> survey() {
        return survey(Map.of());
    }

    /**
     * {@return a line for every file, in natural order} Reads every byte of every file, decodes nothing.
     *
     * @param takenBefore files by their SHA-256 that an earlier run has taken in: of files alike, these count, though a
     *     newcomer may stand before them in the order
     */
    public List<ScanFile> survey(Map<String, String> takenBefore) {
        Map<String, String> first = new HashMap<>(takenBefore);
        List<ScanFile> files = new ArrayList<>();
        try {
            Map<String, Listing.Entry> entries = Listing.of(root());
            // A file taken before that is no more cannot stand for its copy.
            first.values().removeIf(scan -> !entries.containsKey(scan));
            entries.forEach((scan, entry) -> files.add(line(scan, entry, first)));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder itself may be a link, to another disk perhaps; what lies in it may not. */
    private Path root() throws IOException {
        return Files.isDirectory(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
    }

    private ScanFile line(String scan, Listing.Entry entry, Map<String, String> first) {
        Refusal refusal = entry.refusal();
        if (refusal != null) {
            return ScanFile.refused(scan, 0, "", refusal);
        }
        String sha256 = "";
        long size = 0;
        try {
            BasicFileAttributes before = attributes(entry.path());
            size = before.size();
            sha256 = sha256(entry.path(), before);
            if (size == 0) {
                throw new Refused(Reason.EMPTY);
            }
            String same = first.putIfAbsent(sha256, scan);
            if (same != null && !same.equals(scan)) {
                throw new Refused(Reason.IDENTICAL, same);
            }
            int pages = pages(entry.path());
            refuseChanged(entry.path(), new Seen(size, before.lastModifiedTime()));
            listed.put(scan, new Seen(size, before.lastModifiedTime()));
            return ScanFile.readable(scan, size, sha256, pages);
        } catch (Refused e) {
            return ScanFile.refused(scan, size, sha256, e.refusal());
        } catch (IOException e) {
            return ScanFile.refused(scan, size, sha256, refusal(e));
        } catch (StackOverflowError e) {
            return ScanFile.refused(scan, size, sha256, Refusal.of(Reason.CORRUPT, "?"));
        } catch (OutOfMemoryError e) {
            return ScanFile.refused(scan, size, sha256, outOfMemory());
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException, Refused {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new Refused(Reason.LINK);
        }
        return attributes;
    }

    private static String sha256(Path file, BasicFileAttributes before) throws IOException, Refused {
        MessageDigest digest = ScanBytes.sha256();
        long read = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            // Not further than the file was long: one that grows as fast as it is read would never end.
            for (int n = in.read(buffer); n > 0 && read <= before.size(); n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                read += n;
            }
        }
        if (read != before.size()) {
            throw new Refused(Reason.CHANGING);
        }
        return ScanBytes.hex(digest);
    }

    private static void refuseChanged(Path file, Seen seen) throws IOException, Refused {
        BasicFileAttributes now = attributes(file);
        if (now.size() != seen.sizeBytes() || !now.lastModifiedTime().equals(seen.changed())) {
            throw new Refused(Reason.CHANGING);
        }
    }

    private int pages(Path file) throws IOException, Refused {
        return switch (kind(file)) {
            case PDF -> openFiles.pagesOfPdf(file);
            case TIFF -> openFiles.pagesOfTiff(file);
            case JPEG, PNG, BMP -> 1;
        };
    }

    private static Kind kind(Path file) throws IOException, Refused {
        String name = String.valueOf(file.getFileName());
        if (SYSTEM_FILES.contains(name.toLowerCase(java.util.Locale.ROOT)) || name.startsWith("._")) {
            throw new Refused(Reason.SYSTEM_FILE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(Kind.HEAD_BYTES);
            if (head.length == 0) {
                throw new Refused(Reason.EMPTY);
            }
            return Kind.of(head);
        }
    }

    /**
     * {@return the page, or why it cannot be had: out of memory where others may have taken it} Ask for pages of files that
     * the survey gave as readable.
     */
    public Arrival load(PageId id) {
        try {
            return new Arrival.Arrived(page(id));
        } catch (Refused e) {
            return new Arrival.TurnedAway(id, e.refusal());
        } catch (IOException e) {
            return new Arrival.TurnedAway(id, refusal(e));
        } catch (StackOverflowError e) {
            return new Arrival.TurnedAway(id, Refusal.of(Reason.CORRUPT, "?"));
        } catch (OutOfMemoryError e) {
            return new Arrival.TurnedAway(id, outOfMemory());
        }
    }

    private static Refusal outOfMemory() {
        return Refusal.of(Reason.OUT_OF_MEMORY, Runtime.getRuntime().maxMemory() >> 20);
    }

    private Page page(PageId id) throws IOException, Refused {
        Path file = file(id.scan());
        Seen seen = listed.get(id.scan());
        if (seen != null) {
            refuseChanged(file, seen);
        }
        Kind kind = kind(file);
        Page page = switch (kind) {
            case PDF -> page(id, openFiles.pictureOfPdf(file, id.number()));
            case TIFF -> page(id, openFiles.pictureOfTiff(file, id.number()));
            case JPEG, PNG, BMP -> imagePage(id, file, kind);
        };
        if (seen != null) {
            refuseChanged(file, seen);
        }
        return page;
    }

    private Path file(String scan) throws IOException, Refused {
        try {
            Path root = root();
            Path file = root.resolve(scan).normalize();
            if (!file.startsWith(root)) {
                throw new Refused(Reason.LINK);
            }
            attributes(file);
            return file;
        } catch (InvalidPathException e) {
            throw new Refused(Reason.NAME);
        }
    }

    private static Page page(PageId id, Picture picture) {
        return new Page(id, sha256(picture), picture);
    }

    private static Page imagePage(PageId id, Path file, Kind kind) throws IOException, Refused {
        if (id.number() != 1) {
            throw new Refused(Reason.VANISHED);
        }
        byte[] bytes = ScanBytes.whole(file);
        MessageDigest digest = ScanBytes.sha256();
        digest.update(bytes);
        return new Page(id, ScanBytes.hex(digest), SingleImage.picture(kind, bytes));
    }

    private static String sha256(Picture picture) {
        MessageDigest digest = ScanBytes.sha256();
        if (picture instanceof Picture.Encoded encoded) {
            digest.update(encoded.bytes());
        } else if (picture instanceof Picture.Raster raster) {
            digest.update("%d x %d x %d "
                    .formatted(raster.widthPx(), raster.heightPx(), raster.channels())
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            digest.update(raster.samples());
        }
        return ScanBytes.hex(digest);
    }

    private static Refusal refusal(IOException e) {
        if (e instanceof NoSuchFileException) {
            return Refusal.of(Reason.VANISHED);
        }
        return Refusal.of(Reason.UNREADABLE, e instanceof AccessDeniedException ? "AccessDenied" : Listing.reason(e));
    }

    /** Closes the files that are still open. */
    @Override
    public void close() {
        openFiles.close();
    }
}
