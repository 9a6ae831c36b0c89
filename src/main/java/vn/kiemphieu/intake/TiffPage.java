package vn.kiemphieu.intake;

import java.io.IOException;
import java.util.Arrays;
import vn.kiemphieu.intake.FaxDecoder.Scheme;

/**
 * One page of a TIFF: its strips or tiles, unpacked strictly and put together. JPEG inside goes on as it is; what is
 * stored in a way scanners do not use is left to the runtime's own reader.
 */
final class TiffPage {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int FILL_ORDER = 266;
    private static final int STRIP_OFFSETS = 273;
    private static final int ORIENTATION = 274;
    private static final int COMPONENTS = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int PLANAR = 284;
    private static final int FAX_OPTIONS = 292;
    private static final int RESOLUTION_UNIT = 296;
    private static final int PREDICTOR = 317;
    private static final int COLOUR_MAP = 320;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int EXTRA_SAMPLES = 338;
    private static final int SAMPLE_FORMAT = 339;

    private static final int WHITE_IS_ZERO = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int YCBCR = 6;

    private final TiffFile file;
    private final TiffDirectory tags;
    private final int width;
    private final int height;
    private final int bits;
    private final int components;
    private final int compression;
    private final int photometric;

    private TiffPage(TiffFile file, TiffDirectory tags) throws IOException, Refused {
        this.file = file;
        this.tags = tags;
        long w = tags.number(WIDTH, 0);
        long h = tags.number(HEIGHT, 0);
        PixelBudget.check(w, h);
        this.width = (int) w;
        this.height = (int) h;
        long[] depths = tags.has(BITS) ? tags.numbers(BITS) : new long[] {1};
        this.bits = Arrays.stream(depths).allMatch(b -> b == depths[0]) && depths.length > 0 ? (int) depths[0] : 0;
        this.components = (int) tags.number(COMPONENTS, 1);
        this.compression = (int) tags.number(COMPRESSION, 1);
        this.photometric = (int) tags.number(PHOTOMETRIC, compression >= 2 && compression <= 4 ? WHITE_IS_ZERO : 1);
    }

    /** {@return the picture, or nothing where only the runtime's own reader knows how} */
    static java.util.Optional<Picture> picture(TiffFile file, long at) throws IOException, Refused {
        TiffPage page = new TiffPage(file, file.directory(at));
        if (page.compression == TiffJpeg.COMPRESSION) {
            return page.jpeg();
        }
        PixelBudget.check(page.width, page.height, PixelBudget.HEAP_PIXELS);
        return page.isPlain() ? java.util.Optional.of(page.raster()) : java.util.Optional.empty();
    }

    private java.util.Optional<Picture> jpeg() throws IOException, Refused {
        long[] offsets = tags.numbers(tags.has(TILE_OFFSETS) ? TILE_OFFSETS : STRIP_OFFSETS);
        long[] lengths = tags.numbers(tags.has(TILE_BYTES) ? TILE_BYTES : STRIP_BYTES);
        if (offsets.length != 1
                || lengths.length != 1
                || photometric > YCBCR
                || photometric == PALETTE
                || photometric == 5) {
            PixelBudget.check(width, height, PixelBudget.DRAWN_PIXELS);
            return java.util.Optional.empty();
        }
        byte[] strip = chunk(offsets[0], lengths[0]);
        byte[] whole = TiffJpeg.whole(strip, tags.bytes(TiffJpeg.TABLES), photometric == RGB);
        JpegFile jpeg = JpegFile.parse(whole);
        if (jpeg.widthPx() != width || jpeg.heightPx() < height) {
            throw new Refused(Reason.CORRUPT, "TIFF JPEG");
        }
        return java.util.Optional.of(
                stance().of(whole, jpeg.widthPx(), jpeg.heightPx(), photometric == WHITE_IS_ZERO, dpi()));
    }

    private boolean isPlain() throws IOException, Refused {
        boolean depth = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
        boolean colours = photometric <= 1 && components == 1
                || photometric == RGB && components == 3 && bits >= 8
                || photometric == PALETTE && components == 1 && bits <= 8;
        boolean packing = switch (compression) {
            case 1, 5, 8, 32946, 32773 -> true;
            case 2, 3, 4 -> bits == 1 && components == 1;
            default -> false;
        };
        return depth
                && colours
                && packing
                && tags.number(PLANAR, 1) == 1
                && tags.number(SAMPLE_FORMAT, 1) == 1
                && !tags.has(EXTRA_SAMPLES)
                && tags.number(PREDICTOR, 1) <= (bits >= 8 ? 2 : 1);
    }

    private Picture raster() throws IOException, Refused {
        int rowBytes = Samples.rowBytes(width, bits, components);
        byte[] packed = new byte[Math.multiplyExact(rowBytes, height)];
        boolean tiled = tags.has(TILE_OFFSETS);
        long[] offsets = tags.numbers(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
        long[] lengths = tags.numbers(tiled ? TILE_BYTES : STRIP_BYTES);
        int chunkWidth = tiled ? side(TILE_WIDTH) : width;
        int chunkHeight =
                tiled ? side(TILE_HEIGHT) : (int) Math.max(1, Math.min(height, tags.number(ROWS_PER_STRIP, height)));
        int across = (width + chunkWidth - 1) / chunkWidth;
        int down = (height + chunkHeight - 1) / chunkHeight;
        if (lengths.length == 0 && offsets.length == 1) {
            lengths = new long[] {Math.min(ScanBytes.LIMIT, file.size() - offsets[0])};
        }
        if (offsets.length < (long) across * down || lengths.length < offsets.length) {
            throw new Refused(Reason.CORRUPT, "TIFF strips");
        }
        int chunkRowBytes = Samples.rowBytes(chunkWidth, bits, components);
        for (int i = 0; i < across * down; i++) {
            int y = i / across * chunkHeight;
            int rows = tiled ? chunkHeight : Math.min(chunkHeight, height - y);
            byte[] unpacked = unpacked(chunk(offsets[i], lengths[i]), chunkWidth, chunkRowBytes, rows);
            int column = i % across * chunkRowBytes;
            int take = Math.min(chunkRowBytes, rowBytes - column);
            for (int row = 0; row < Math.min(rows, height - y); row++) {
                System.arraycopy(unpacked, row * chunkRowBytes, packed, (y + row) * rowBytes + column, take);
            }
        }
        return stance().of(samples(rowBytes).raster(packed, dpi()));
    }

    /** Tiles are a multiple of 16 wide, so that each begins on a byte. */
    private int side(int tag) throws IOException, Refused {
        long side = tags.number(tag, 0);
        if (side < 16 || side % 16 != 0 || side > 1 << 15) {
            throw new Refused(Reason.CORRUPT, "TIFF tiles");
        }
        return (int) side;
    }

    private byte[] chunk(long at, long length) throws IOException, Refused {
        if (length > ScanBytes.LIMIT) {
            throw new Refused(Reason.TOO_HEAVY, length >> 20, ScanBytes.LIMIT >> 20);
        }
        byte[] bytes = file.bytes(at, (int) length).array();
        if (tags.number(FILL_ORDER, 1) == 2 && compression != TiffJpeg.COMPRESSION) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
            }
        }
        return bytes;
    }

    private byte[] unpacked(byte[] chunk, int chunkWidth, int rowBytes, int rows) throws IOException, Refused {
        int length = Math.multiplyExact(rowBytes, rows);
        byte[] unpacked = switch (compression) {
            case 1 -> copied(chunk, length);
            case 2 -> new FaxDecoder(chunk, chunkWidth, Scheme.RUNS, false).decode(rows);
            case 3 -> group3(chunk, chunkWidth).decode(rows);
            case 4 -> new FaxDecoder(chunk, chunkWidth, Scheme.GROUP4, false).decode(rows);
            case 5 -> Lzw.exactly(chunk, length);
            case 32773 -> PackBits.exactly(chunk, length);
            default -> Inflation.exactly(chunk, length);
        };
        if (tags.number(PREDICTOR, 1) == 2 && (compression == 5 || compression == 8 || compression == 32946)) {
            Predictor.left(unpacked, rowBytes, bits, components, file.littleEndian());
        }
        return unpacked;
    }

    private FaxDecoder group3(byte[] chunk, int chunkWidth) throws IOException, Refused {
        long options = tags.number(FAX_OPTIONS, 0);
        Scheme scheme = (options & 1) == 1 ? Scheme.GROUP3_MIXED : Scheme.GROUP3;
        return new FaxDecoder(chunk, chunkWidth, scheme, (options & 4) != 0);
    }

    private static byte[] copied(byte[] chunk, int length) throws Refused {
        if (chunk.length < length) {
            throw new Refused(Reason.TRUNCATED, "TIFF, %d / %d".formatted(chunk.length, length));
        }
        return chunk.length == length ? chunk : Arrays.copyOf(chunk, length);
    }

    private Samples samples(int rowBytes) throws IOException, Refused {
        if (photometric == PALETTE) {
            return new Samples(width, height, bits, 1, rowBytes, palette(), true);
        }
        byte[] ramp = photometric == WHITE_IS_ZERO ? Samples.ramp(bits, 1, 0) : Samples.ramp(bits, 0, 1);
        byte[][] tables = components == 1 ? new byte[][] {ramp} : new byte[][] {ramp, ramp, ramp};
        return new Samples(width, height, bits, components, rowBytes, tables, false, file.littleEndian());
    }

    /** Sixteen bits a colour, all reds first. Some writers put eight-bit values there. */
    private byte[][] palette() throws IOException, Refused {
        long[] map = tags.numbers(COLOUR_MAP);
        int size = 1 << bits;
        if (map.length < 3 * size) {
            throw new Refused(Reason.CORRUPT, "TIFF ColorMap");
        }
        boolean eightBit = Arrays.stream(map).allMatch(v -> v < 256);
        byte[] colours = new byte[3 * size];
        for (int i = 0; i < colours.length; i++) {
            long value = map[i % 3 * size + i / 3];
            colours[i] = (byte) (eightBit ? value : value >> 8);
        }
        return Palette.tables(colours, 0, size - 1, bits);
    }

    private Stance stance() throws IOException, Refused {
        return Stance.ofOrientation((int) tags.number(ORIENTATION, 1));
    }

    private double dpi() throws IOException, Refused {
        double resolution = Math.max(tags.fraction(X_RESOLUTION), tags.fraction(Y_RESOLUTION));
        return switch ((int) tags.number(RESOLUTION_UNIT, 2)) {
            case 2 -> resolution;
            case 3 -> resolution * 2.54;
            default -> 0;
        };
    }
}
