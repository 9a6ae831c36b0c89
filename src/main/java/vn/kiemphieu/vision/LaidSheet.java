package vn.kiemphieu.vision;

import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.imgproc.Imgproc;

/**
 * The scan's pixels, laid where the form has them, as darkness against the paper around. Tile by tile: where the scan
 * shows bare paper there is nothing to be laid, and that is most of the page.
 */
final class LaidSheet {

    /** Between the tiles' corners the deformation is bilinear; it changes over centimetres, not millimetres. */
    private static final int TILE_PX = 16;

    /** Of the tiles of bare paper one in so many is laid all the same: they tell of the paper's grain. */
    private static final int GRAIN_TILES = 16;

    /** Fixed point behind the darkness: 255 / paper with 12 bits still fits 255 times into an int. */
    private static final int INVERSE_BITS = 12;

    private static final byte[] NO_TINT = {};

    /** Beyond the edge of the scan. */
    private static final byte OFF = 0;

    /** On the scan, which was only seen to be bare paper there. */
    private static final byte BARE = 1;

    /** On the scan, from which the darkness was taken. */
    static final byte TOLD = (byte) 255;

    private final int width;
    private final int height;
    private final int columns;
    private final float[] nodeX;
    private final float[] nodeY;
    private final ScanLight light;
    private final byte[] dark;

    /** {@link #OFF}, {@link #BARE} or {@link #TOLD}. */
    private final byte[] shown;

    private LaidSheet(FormTemplate form, Deformation deformation, ScanLight light) {
        this.width = form.widthPx;
        this.height = form.heightPx;
        this.light = light;
        this.columns = (width + TILE_PX - 1) / TILE_PX + 1;
        int rows = (height + TILE_PX - 1) / TILE_PX + 1;
        this.nodeX = new float[columns * rows];
        this.nodeY = new float[columns * rows];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                Point p = deformation.at(i * TILE_PX, j * TILE_PX);
                nodeX[j * columns + i] = (float) p.x;
                nodeY[j * columns + i] = (float) p.y;
            }
        }
        this.dark = LentSamples.lend(width * height);
        this.shown = LentSamples.lend(width * height);
        Arrays.fill(shown, BARE);
    }

    static LaidSheet of(FormTemplate form, Deformation deformation, ScanLight light) {
        LaidSheet sheet = new LaidSheet(form, deformation, light);
        for (int y = 0, j = 0; y < sheet.height; y += TILE_PX, j++) {
            for (int x = 0, i = 0; x < sheet.width; x += TILE_PX, i++) {
                sheet.lay(i, j, Math.min(TILE_PX, sheet.width - x), Math.min(TILE_PX, sheet.height - y));
            }
        }
        return sheet;
    }

    private void lay(int i, int j, int w, int h) {
        int k = j * columns + i;
        int b = k + columns;
        float left = Math.min(Math.min(nodeX[k], nodeX[k + 1]), Math.min(nodeX[b], nodeX[b + 1]));
        float right = Math.max(Math.max(nodeX[k], nodeX[k + 1]), Math.max(nodeX[b], nodeX[b + 1]));
        float top = Math.min(Math.min(nodeY[k], nodeY[k + 1]), Math.min(nodeY[b], nodeY[b + 1]));
        float bottom = Math.max(Math.max(nodeY[k], nodeY[k + 1]), Math.max(nodeY[b], nodeY[b + 1]));
        if (left < 0 || top < 0 || right > light.width - 1 || bottom > light.height - 1) {
            layAtEdge(i, j, w, h);
        } else if ((i + 5 * j) % GRAIN_TILES == 0 || light.busy(left, top, right, bottom)) {
            layInside(i, j, w, h, light.evenTint(left, top, right, bottom));
        }
    }

    /** @param even the tint of the whole tile, -1 where each pixel has its own */
    private void layInside(int i, int j, int w, int h, int even) {
        int k = j * columns + i;
        byte[] s = light.full.samples();
        int sw = light.full.width();
        // The tile's paper: it changes over many tiles, so the middle's stands for all.
        double paper = light.paperAt((nodeX[k] + nodeX[k + columns + 1]) / 2, (nodeY[k] + nodeY[k + columns + 1]) / 2);
        int inverse = (int) (255 * (1 << INVERSE_BITS) / paper);
        int last = s.length - 2 - sw;
        byte[] tint = light.tint.map(ScanLight.Plane::samples).orElse(NO_TINT);
        int tw = light.tint.map(ScanLight.Plane::width).orElse(0);
        for (int y = 0; y < h; y++) {
            float f = y / (float) TILE_PX;
            float x0 = nodeX[k] + (nodeX[k + columns] - nodeX[k]) * f;
            float y0 = nodeY[k] + (nodeY[k + columns] - nodeY[k]) * f;
            float x1 = nodeX[k + 1] + (nodeX[k + columns + 1] - nodeX[k + 1]) * f;
            float y1 = nodeY[k + 1] + (nodeY[k + columns + 1] - nodeY[k + 1]) * f;
            int u = (int) (x0 * 65536);
            int v = (int) (y0 * 65536);
            int du = (int) ((x1 - x0) * (65536 / TILE_PX));
            int dv = (int) ((y1 - y0) * (65536 / TILE_PX));
            int to = (j * TILE_PX + y) * width + i * TILE_PX;
            for (int end = to + w; to < end; to++) {
                int at = Math.min((v >> 16) * sw + (u >> 16), last);
                int fx = u >> 8 & 0xff;
                int fy = v >> 8 & 0xff;
                int a = s[at] & 0xff;
                int c = s[at + sw] & 0xff;
                int p = (a << 8) + ((s[at + 1] & 0xff) - a) * fx;
                int q = (c << 8) + ((s[at + sw + 1] & 0xff) - c) * fx;
                int grey = (p << 8) + (q - p) * fy + 32768 >> 16;
                grey = Math.max(0, grey - (even >= 0 ? even : smooth(tint, tw, u, v)));
                int lit = grey * inverse + (1 << INVERSE_BITS - 1) >> INVERSE_BITS;
                dark[to] = (byte) (255 - Math.min(255, lit));
                u += du;
                v += dv;
            }
            Arrays.fill(shown, to - w, to, TOLD);
        }
    }

    /** A value of the plane at half size, between its pixels; {@code u}, {@code v} count scan pixels in 65536ths. */
    private static int smooth(byte[] half, int width, int u, int v) {
        int x = Math.max(0, u - 32768) >> 1;
        int y = Math.max(0, v - 32768) >> 1;
        int at = Math.min((y >> 16) * width + (x >> 16), half.length - 2 - width);
        int fx = x >> 8 & 0xff;
        int a = half[at] & 0xff;
        int c = half[at + width] & 0xff;
        int p = (a << 8) + ((half[at + 1] & 0xff) - a) * fx;
        int q = (c << 8) + ((half[at + width + 1] & 0xff) - c) * fx;
        return (p << 8) + (q - p) * (y >> 8 & 0xff) + 32768 >> 16;
    }

    /** Pixel by pixel: some of them lie off the scan. */
    private void layAtEdge(int i, int j, int w, int h) {
        int k = j * columns + i;
        int sw = light.full.width();
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double px = between(nodeX, k, x / (double) TILE_PX, y / (double) TILE_PX);
                double py = between(nodeY, k, x / (double) TILE_PX, y / (double) TILE_PX);
                int to = (j * TILE_PX + y) * width + i * TILE_PX + x;
                if (px < 0 || py < 0 || px > light.width - 1 || py > light.height - 1) {
                    shown[to] = OFF;
                    continue;
                }
                int ix = Math.min((int) px, light.width - 2);
                int iy = Math.min((int) py, light.height - 2);
                double grey = between(light.full.samples(), iy * sw + ix, sw, px - ix, py - iy) - light.tintAt(ix, iy);
                dark[to] = (byte) Math.round(255 - Math.max(0, Math.min(255, grey * 255 / light.paperAt(px, py))));
                shown[to] = TOLD;
            }
        }
    }

    private double between(float[] nodes, int k, double fx, double fy) {
        double upper = nodes[k] + (nodes[k + 1] - nodes[k]) * fx;
        double lower = nodes[k + columns] + (nodes[k + columns + 1] - nodes[k + columns]) * fx;
        return upper + (lower - upper) * fy;
    }

    private static double between(byte[] s, int at, int width, double fx, double fy) {
        double upper = (s[at] & 0xff) * (1 - fx) + (s[at + 1] & 0xff) * fx;
        double lower = (s[at + width] & 0xff) * (1 - fx) + (s[at + width + 1] & 0xff) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    /**
     * Lays the redness of the scan.
     *
     * @return by how much red light exceeds the others, against the paper around as darkness is, 0 to 255, row by row
     */
    byte[] red(Redness redness) {
        byte[] red = LentSamples.lend(width * height);
        for (int y = 0, j = 0; y < height; y += TILE_PX, j++) {
            for (int x = 0, i = 0; x < width; x += TILE_PX, i++) {
                layRed(i, j, Math.min(TILE_PX, width - x), Math.min(TILE_PX, height - y), redness, red);
            }
        }
        return red;
    }

    private void layRed(int i, int j, int w, int h, Redness redness, byte[] red) {
        int k = j * columns + i;
        int b = k + columns;
        float left = Math.min(Math.min(nodeX[k], nodeX[k + 1]), Math.min(nodeX[b], nodeX[b + 1]));
        float right = Math.max(Math.max(nodeX[k], nodeX[k + 1]), Math.max(nodeX[b], nodeX[b + 1]));
        float top = Math.min(Math.min(nodeY[k], nodeY[k + 1]), Math.min(nodeY[b], nodeY[b + 1]));
        float bottom = Math.max(Math.max(nodeY[k], nodeY[k + 1]), Math.max(nodeY[b], nodeY[b + 1]));
        if (!redness.anyIn(left, top, right, bottom)) {
            return;
        }
        double paper = light.paperAt((nodeX[k] + nodeX[b + 1]) / 2, (nodeY[k] + nodeY[b + 1]) / 2);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double px = between(nodeX, k, x / (double) TILE_PX, y / (double) TILE_PX);
                double py = between(nodeY, k, x / (double) TILE_PX, y / (double) TILE_PX);
                int to = (j * TILE_PX + y) * width + i * TILE_PX + x;
                red[to] = (byte) Math.min(255, redness.excess(px, py) * 255 / paper);
            }
        }
    }

    /** Gives all samples back, those of the scan's light too; nobody may look at this sheet any more. */
    void close() {
        LentSamples.giveBack(dark, shown);
        light.close();
    }

    /** {@return darkness, 0 where nothing was laid; lent, for the caller to give back} */
    Mat dark() {
        return mat(dark);
    }

    /** {@return 255 where the scan shows something; lent, for the caller to give back} */
    Mat onSheet() {
        Mat mat = mat(shown);
        Imgproc.threshold(mat, mat, OFF, 255, Imgproc.THRESH_BINARY);
        return mat;
    }

    /** {@return the share of that rectangle which the scan shows, 0..1} */
    double shown(int left, int top, int right, int bottom) {
        int on = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                on += shown[y * width + x] == OFF ? 0 : 1;
            }
        }
        return on / (double) Math.max(1, (right - left) * (bottom - top));
    }

    private Mat mat(byte[] samples) {
        Mat mat = LentMats.lend(height, width, CvType.CV_8UC1);
        mat.put(0, 0, samples);
        return mat;
    }

    /** {@return {@link #TOLD} where the darkness was taken from the scan, and not only found to be bare} */
    byte[] toldSamples() {
        return shown;
    }

    /**
     * {@return how dark the scan's light alone is at that pixel against the darkest channel of the paper around, 255 at most and
     * below 0 on tinted paper} In a colour JPEG it has nothing of what colour does by itself; elsewhere it is the darkness.
     */
    double darknessOfLight(int x, int y) {
        int k = y / TILE_PX * columns + x / TILE_PX;
        double px = between(nodeX, k, x % TILE_PX / (double) TILE_PX, y % TILE_PX / (double) TILE_PX);
        double py = between(nodeY, k, x % TILE_PX / (double) TILE_PX, y % TILE_PX / (double) TILE_PX);
        px = Math.max(0, Math.min(px, light.width - 1.001));
        py = Math.max(0, Math.min(py, light.height - 1.001));
        int sw = light.full.width();
        double grey = between(light.full.samples(), (int) py * sw + (int) px, sw, px - (int) px, py - (int) py);
        return 255 - grey * 255 / light.paperAt(px, py);
    }

    /** {@return the darkness, row by row; not to be changed} */
    byte[] samples() {
        return dark;
    }
}
