package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/**
 * Matrices of one page's size, lent and given back like {@link LentSamples}. Memory outside the heap that is made anew for
 * every page seldom falls into the holes that earlier pages left, and so the program would grow, and wait for the system, with each.
 * What is given back is kept for good: it is not the heap that runs short for it.
 */
final class LentMats {

    /** A page borrows five, and the picture of one that a person sees a sixth; one page is read on each processor. */
    static final int MOST = 6 * Runtime.getRuntime().availableProcessors();

    private static final List<Mat> KEPT = new ArrayList<>();

    private LentMats() {}

    /** {@return a matrix of that size and type, full of whatever was there before} */
    static synchronized Mat lend(int rows, int columns, int type) {
        for (int k = KEPT.size() - 1; k >= 0; k--) {
            Mat mat = KEPT.get(k);
            if (mat.rows() == rows && mat.cols() == columns && mat.type() == type) {
                return KEPT.remove(k);
            }
        }
        return new Mat(rows, columns, type);
    }

    /** Takes matrices back, each once and for good: the next page writes into them. Of those nobody asks for the oldest go first. */
    static synchronized void giveBack(Mat... all) {
        for (Mat mat : all) {
            if (KEPT.size() == MOST) {
                OpenCv.release(KEPT.remove(0));
            }
            KEPT.add(mat);
        }
    }
}
