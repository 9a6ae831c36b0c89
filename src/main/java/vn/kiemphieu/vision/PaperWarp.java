package vn.kiemphieu.vision;

import org.opencv.core.Mat;
import org.opencv.core.Point;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.rehearsal.Passage;
import vn.kiemphieu.rehearsal.ScanRecipe;

/** Pulls the print into the scan's geometry. What lies off the sheet comes out white. */
final class PaperWarp {

    /** The passage is reckoned on a grid this coarse and drawn out between: it bends far more slowly than that. */
    private static final int STEP_PX = 16;

    private PaperWarp() {}

    static Mat warp(Mat print, FormPage page, ScanRecipe recipe) {
        double fx = print.cols() / page.widthMm();
        double fy = print.rows() / page.heightMm();
        Passage passage = recipe.passage();
        Mat plane = new Mat(recipe.heightPx(), recipe.widthPx(), print.type());
        new GridRemap(STEP_PX, (x, y) -> {
                    double[] mm = passage.toPaper(x, y);
                    return new Point(mm[0] * fx - 0.5, mm[1] * fy - 0.5);
                })
                .draw(print, plane);
        return plane;
    }
}
