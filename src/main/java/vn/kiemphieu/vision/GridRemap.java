package vn.kiemphieu.vision;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A picture drawn over anew, each pixel from another place. Where from is reckoned at the nodes of a grid and drawn out between them, and
 * strip by strip: a map of the whole page is three times the page and would have to be fetched from far in the memory.
 */
final class GridRemap {

    /** A multiple of each grid's distance. */
    private static final int STRIP_PX = 64;

    /** Where something comes from. */
    interface Source {

        /** {@return the place on the picture, pixels, for one on the new picture; whole numbers are middles of pixels} */
        Point of(double x, double y);
    }

    private final int nodePx;
    private final Source source;

    /** @param nodePx distance of the nodes on the new picture, {@link #STRIP_PX} or a part of it */
    GridRemap(int nodePx, Source source) {
        if (STRIP_PX % nodePx != 0) {
            throw new IllegalArgumentException("%d is no part of %d".formatted(nodePx, STRIP_PX));
        }
        this.nodePx = nodePx;
        this.source = source;
    }

    /** Fills the new picture, white where the old one ends. */
    void draw(Mat picture, Mat into) {
        Mat large = new Mat();
        Mat none = new Mat();
        for (int top = 0; top < into.rows(); top += STRIP_PX) {
            int bottom = Math.min(into.rows(), top + STRIP_PX);
            Mat nodes = nodes(into.cols(), top);
            Size whole = new Size((double) nodes.cols() * nodePx, (double) nodes.rows() * nodePx);
            Imgproc.resize(nodes, large, whole, 0, 0, Imgproc.INTER_LINEAR);
            // One node of margin on each side: at its rim, resize repeats the last value instead of going on.
            Mat map = large.submat(new Rect(nodePx, nodePx, into.cols(), bottom - top));
            Mat strip = into.rowRange(top, bottom);
            Imgproc.remap(picture, strip, map, none, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, Scalar.all(255));
            for (Mat m : new Mat[] {nodes, map, strip}) {
                OpenCv.release(m);
            }
        }
        OpenCv.release(large);
        OpenCv.release(none);
    }

    /** {@return column and row on the picture, at the nodes of a strip and around it} */
    private Mat nodes(int widthPx, int top) {
        int columns = widthPx / nodePx + 4;
        int rows = STRIP_PX / nodePx + 3;
        float[] places = new float[2 * columns * rows];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                // A node stands at the centre of the block that resize makes of it; the first lies off the page.
                Point p = source.of((i - 0.5) * nodePx - 0.5, top + (j - 0.5) * nodePx - 0.5);
                places[2 * (j * columns + i)] = (float) p.x;
                places[2 * (j * columns + i) + 1] = (float) p.y;
            }
        }
        Mat nodes = new Mat(rows, columns, CvType.CV_32FC2);
        nodes.put(0, 0, places);
        return nodes;
    }
}
