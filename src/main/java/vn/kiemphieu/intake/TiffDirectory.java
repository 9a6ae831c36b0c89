package vn.kiemphieu.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** What a TIFF says about one of its pages, by tag. Values stand in the entry itself, or elsewhere if they are long. */
final class TiffDirectory {

    /** Strips of one row each, on the longest sheet; more values than that no tag needs. */
    private static final int MOST_VALUES = 1 << 20;

    /** Bytes of a value, by its type from 1 on; 0 is no type we need. */
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private static final int RATIONAL = 5;

    private record Entry(int type, long count, int valueAt) {}

    private final TiffFile file;
    private final ByteBuffer all;
    private final boolean big;
    private final int end;
    private final Map<Integer, Entry> entries = new HashMap<>();

    TiffDirectory(TiffFile file, ByteBuffer all, int count, boolean big) {
        this.file = file;
        this.all = all;
        this.big = big;
        int entryBytes = big ? 20 : 12;
        this.end = count * entryBytes;
        for (int at = 0; at < end; at += entryBytes) {
            int type = all.getShort(at + 2) & 0xFFFF;
            long values = big ? all.getLong(at + 4) : all.getInt(at + 4) & 0xFFFFFFFFL;
            entries.put(all.getShort(at) & 0xFFFF, new Entry(type, values, at + (big ? 12 : 8)));
        }
    }

    /** {@return where the next directory stands; 0 after the last} */
    long next() {
        return big ? all.getLong(end) : all.getInt(end) & 0xFFFFFFFFL;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    long number(int tag, long otherwise) throws IOException, Refused {
        if (!has(tag)) {
            return otherwise;
        }
        long[] values = numbers(tag);
        return values.length == 0 ? otherwise : values[0];
    }

    /** {@return whole numbers; a fraction is rounded down; none where there is no such tag} */
    long[] numbers(int tag) throws IOException, Refused {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return new long[0];
        }
        ByteBuffer values = values(entry);
        long[] numbers = new long[(int) entry.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (entry.type()) {
                case 1, 2, 6, 7 -> values.get(i) & 0xFF;
                case 3, 8 -> values.getShort(2 * i) & 0xFFFF;
                case 4, 9, 13 -> values.getInt(4 * i) & 0xFFFFFFFFL;
                case RATIONAL ->
                    (values.getInt(8 * i) & 0xFFFFFFFFL) / Math.max(1, values.getInt(8 * i + 4) & 0xFFFFFFFFL);
                case 16, 17, 18 -> values.getLong(8 * i);
                default -> 0;
            };
        }
        return numbers;
    }

    double fraction(int tag) throws IOException, Refused {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type() != RATIONAL || entry.count() < 1) {
            return 0;
        }
        ByteBuffer values = values(entry);
        long below = values.getInt(4) & 0xFFFFFFFFL;
        return below == 0 ? 0 : (values.getInt(0) & 0xFFFFFFFFL) / (double) below;
    }

    byte[] bytes(int tag) throws IOException, Refused {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return new byte[0];
        }
        ByteBuffer values = values(entry);
        byte[] bytes = new byte[values.remaining()];
        values.get(bytes);
        return bytes;
    }

    private ByteBuffer values(Entry entry) throws IOException, Refused {
        int size = entry.type() < TYPE_BYTES.length ? TYPE_BYTES[entry.type()] : 0;
        if (size == 0 || entry.count() < 0 || entry.count() > MOST_VALUES) {
            throw new Refused(Reason.CORRUPT, "TIFF tag");
        }
        int length = (int) entry.count() * size;
        if (length <= (big ? 8 : 4)) {
            return all.duplicate()
                    .order(all.order())
                    .position(entry.valueAt())
                    .limit(entry.valueAt() + length)
                    .slice()
                    .order(all.order());
        }
        long at = big ? all.getLong(entry.valueAt()) : all.getInt(entry.valueAt()) & 0xFFFFFFFFL;
        return file.bytes(at, length);
    }
}
