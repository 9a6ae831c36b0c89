package vn.kiemphieu.vision;

import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.rehearsal.ScanRecipe;

/** Streaks that a speck under a sheet feeder draws down the whole scan, and dust that lies still. */
final class DirtyGlass {

    private DirtyGlass() {}

    static void smear(Mat page, ScanRecipe recipe) {
        Random random = new Random(recipe.seed() + 5);
        for (double[] streak : recipe.wear().streaks()) {
            streak(page, (int) (streak[0] * (page.cols() - 3)), streak[1], random);
        }
        double ppm = recipe.dpi() / 25.4;
        for (int i = 0; i < recipe.wear().dust(); i++) {
            Point at = new Point(random.nextDouble() * page.cols(), random.nextDouble() * page.rows());
            // Specks of 0.05 to 0.3 mm; larger ones would be writing to a person, too.
            double r = ppm * (0.04 + 0.1 * random.nextDouble());
            double g = 40 + 130 * random.nextDouble();
            Imgproc.ellipse(
                    page,
                    at,
                    new Size(Math.max(0.5, r), Math.max(0.5, r * (0.4 + random.nextDouble()))),
                    180 * random.nextDouble(),
                    0,
                    360,
                    new Scalar(g, g, g),
                    -1,
                    Imgproc.LINE_AA,
                    0);
        }
    }

    /** A streak comes and goes: the speck is carried off and another one comes. */
    private static void streak(Mat page, int x, double depth, Random random) {
        int from = random.nextInt(3) == 0 ? random.nextInt(page.rows() / 2) : 0;
        int to = random.nextInt(3) == 0 ? page.rows() - random.nextInt(page.rows() / 3) : page.rows();
        int wide = 1 + random.nextInt(2);
        Mat column = page.submat(new Rect(x, from, wide, to - from));
        Core.subtract(column, new Scalar(depth, depth, depth), column);
        OpenCv.release(column);
    }
}
