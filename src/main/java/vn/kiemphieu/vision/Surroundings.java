package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.rehearsal.ScanRecipe;

/** What shows beside the sheet: the scanner's lid, the black of an open lid, or the desk under a photograph. */
final class Surroundings {

    private Surroundings() {}

    static void lay(Mat colour, FormPage page, ScanRecipe recipe) {
        List<Point> rim = rim(page, recipe);
        MatOfPoint polygon = new MatOfPoint(rim.toArray(new Point[0]));
        Mat beside = new Mat(colour.size(), CvType.CV_8UC1, new Scalar(255));
        Imgproc.fillPoly(beside, List.of(polygon), new Scalar(0), Imgproc.LINE_8);
        if (recipe.light().desk()) {
            Mat desk = desk(colour.size(), recipe);
            desk.copyTo(colour, beside);
            OpenCv.release(desk);
        } else {
            double v = recipe.light().outside();
            colour.setTo(new Scalar(v, v, v), beside);
        }
        shadow(colour, polygon, recipe);
        OpenCv.release(beside);
        OpenCv.release(polygon);
    }

    /** The sheet's edge throws a thin shadow. */
    private static void shadow(Mat colour, MatOfPoint polygon, ScanRecipe recipe) {
        int grey = recipe.light().desk()
                ? 60
                : recipe.light().outside() > 128 ? 205 + (int) Math.floorMod(recipe.seed(), 30L) : 90;
        int thick = recipe.light().desk() ? 2 : 1;
        Imgproc.polylines(colour, List.of(polygon), true, new Scalar(grey, grey, grey), thick, Imgproc.LINE_AA);
    }

    private static List<Point> rim(FormPage page, ScanRecipe recipe) {
        List<Point> rim = new ArrayList<>();
        double w = page.widthMm();
        double h = page.heightMm();
        double[][] corners = {{0, 0}, {w, 0}, {w, h}, {0, h}};
        for (int c = 0; c < 4; c++) {
            double[] a = corners[c];
            double[] b = corners[(c + 1) % 4];
            for (int i = 0; i < 12; i++) {
                double t = i / 12.0;
                double[] p = recipe.passage().toPixel(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]));
                rim.add(new Point(p[0], p[1]));
            }
        }
        return rim;
    }

    /** Wood: long streaks of brown. */
    private static Mat desk(Size size, ScanRecipe recipe) {
        Random random = new Random(recipe.seed() + 4);
        int w = 10;
        int h = 160;
        byte[] v = new byte[w * h * 3];
        int base = recipe.light().outside();
        for (int i = 0; i < w * h; i++) {
            double g = base + 10 * random.nextGaussian();
            v[3 * i] = (byte) Math.max(0, Math.min(255, g * 0.62));
            v[3 * i + 1] = (byte) Math.max(0, Math.min(255, g * 0.84));
            v[3 * i + 2] = (byte) Math.max(0, Math.min(255, g * 1.08));
        }
        Mat small = new Mat(h, w, CvType.CV_8UC3);
        small.put(0, 0, v);
        Mat wood = new Mat();
        Imgproc.resize(small, wood, size, 0, 0, Imgproc.INTER_CUBIC);
        OpenCv.release(small);
        if (random.nextBoolean()) {
            Core.flip(wood, wood, -1);
        }
        return wood;
    }
}
