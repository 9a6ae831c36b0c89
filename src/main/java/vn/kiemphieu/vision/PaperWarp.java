package vn.kiemphieu.vision;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.rehearsal.Passage;
import vn.kiemphieu.rehearsal.ScanRecipe;

/** Pulls the print into the scan's geometry. What lies off the sheet comes out white. */
final class PaperWarp {

    /** The passage is reckoned on a grid this coarse and drawn out between: it bends far more slowly than that. */
    private static final int STEP_PX = 16;

    private PaperWarp() {}

    static Mat warp(Mat print, FormPage page, ScanRecipe recipe) {
        int gridW = recipe.widthPx() / STEP_PX + 3;
        int gridH = recipe.heightPx() / STEP_PX + 3;
        double fx = print.cols() / page.widthMm();
        double fy = print.rows() / page.heightMm();
        float[] where = new float[gridW * gridH * 2];
        Passage passage = recipe.passage();
        for (int j = 0; j < gridH; j++) {
            for (int i = 0; i < gridW; i++) {
                double[] mm = passage.toPaper(centre(i), centre(j));
                where[2 * (j * gridW + i)] = (float) (mm[0] * fx - 0.5);
                where[2 * (j * gridW + i) + 1] = (float) (mm[1] * fy - 0.5);
            }
        }
        Mat grid = new Mat(gridH, gridW, CvType.CV_32FC2);
        grid.put(0, 0, where);
        Mat fine = new Mat();
        Imgproc.resize(
                grid, fine, new Size((double) gridW * STEP_PX, (double) gridH * STEP_PX), 0, 0, Imgproc.INTER_LINEAR);
        // One cell of margin on each side: at its rim, resize repeats the last value instead of going on.
        Mat map = fine.submat(new Rect(STEP_PX, STEP_PX, recipe.widthPx(), recipe.heightPx()));
        Mat plane = new Mat();
        Mat none = new Mat();
        Imgproc.remap(print, plane, map, none, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, new Scalar(255));
        OpenCv.release(none);
        OpenCv.release(grid);
        OpenCv.release(map);
        OpenCv.release(fine);
        return plane;
    }

    /** Where on the scan the middle of that grid cell lies, in the convention of {@link Imgproc#resize}. */
    private static double centre(int cell) {
        return (cell - 1 + 0.5) * STEP_PX - 0.5;
    }
}
