package vn.kiemphieu.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One TIFF, open. Its pages hang on a chain; the chain is walked once and the places kept, so that the last page of many
 * is as near as the first. Both the classic kind and the one for more than 4 GB.
 */
final class TiffFile implements AutoCloseable {

    /** A deck for the largest meeting has a few thousand sheets. */
    private static final int MOST_PAGES = 20_000;

    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int REDUCED = 1;
    private static final int MASK = 4;

    /**
     * Where a page is.
     *
     * @param at of its directory, in the file
     * @param index among everything on the chain, thumbnails too, from 0
     */
    record Place(long at, int index) {}

    private final FileChannel channel;
    private final ByteOrder order;
    private final boolean big;

    private TiffFile(FileChannel channel, ByteOrder order, boolean big) {
        this.channel = channel;
        this.order = order;
        this.big = big;
    }

    static TiffFile open(Path path) throws IOException, Refused {
        FileChannel channel = FileChannel.open(path);
        try {
            ByteBuffer head = ByteBuffer.allocate(4);
            channel.read(head, 0);
            ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            return new TiffFile(channel, order, head.get(0) == 'I' ? head.get(2) == 43 : head.get(3) == 43);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** {@return the places of the pages, thumbnails and masks left out} */
    List<Place> pages() throws IOException, Refused {
        List<Place> pages = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long at = big ? number(8, 8) : number(4, 4);
        while (at != 0) {
            if (!seen.add(at)) {
                throw new Refused(Reason.CORRUPT, "TIFF IFD");
            }
            if (seen.size() > MOST_PAGES) {
                throw new Refused(Reason.TOO_MANY_PAGES, "> " + MOST_PAGES, MOST_PAGES);
            }
            TiffDirectory directory = directory(at);
            if (pages.isEmpty() || (directory.number(NEW_SUBFILE_TYPE, 0) & (REDUCED | MASK)) == 0) {
                pages.add(new Place(at, seen.size() - 1));
            }
            at = directory.next();
        }
        if (pages.isEmpty()) {
            throw new Refused(Reason.NO_PAGES);
        }
        return pages;
    }

    TiffDirectory directory(long at) throws IOException, Refused {
        int countBytes = big ? 8 : 2;
        int entryBytes = big ? 20 : 12;
        int nextBytes = big ? 8 : 4;
        long entries = number(at, countBytes);
        // The standard knows some hundred tags; makers add their own.
        if (entries < 1 || entries > 4096) {
            throw new Refused(Reason.CORRUPT, "TIFF IFD");
        }
        ByteBuffer all = bytes(at + countBytes, (int) entries * entryBytes + nextBytes);
        return new TiffDirectory(this, all, (int) entries, big);
    }

    private long number(long at, int bytes) throws IOException, Refused {
        ByteBuffer buffer = bytes(at, bytes);
        return switch (bytes) {
            case 2 -> buffer.getShort(0) & 0xFFFF;
            case 4 -> buffer.getInt(0) & 0xFFFFFFFFL;
            default -> buffer.getLong(0);
        };
    }

    /** {@return bytes of the file} What should stand beyond the end was cut off. */
    ByteBuffer bytes(long at, int length) throws IOException, Refused {
        if (at < 0 || at > channel.size() - length) {
            throw new Refused(Reason.TRUNCATED, "TIFF");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new Refused(Reason.TRUNCATED, "TIFF");
            }
        }
        return buffer.flip().order(order);
    }

    boolean littleEndian() {
        return order == ByteOrder.LITTLE_ENDIAN;
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
