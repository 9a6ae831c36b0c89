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

/** Light that falls off across the page, the clouds of cheap paper, and the shadow and sheen of a fold. */
final class LightAndFolds {

    /** Light is reckoned on every fourth pixel: nothing in it is sharper than a fold. */
    private static final int STEP = 4;

    private LightAndFolds() {}

    static void fall(Mat plane, FormPage page, ScanRecipe recipe) {
        Mat field = gradient(recipe);
        Mat quarter = new Mat();
        Imgproc.resize(
                field,
                quarter,
                new Size(plane.cols() / STEP + 1.0, plane.rows() / STEP + 1.0),
                0,
                0,
                Imgproc.INTER_CUBIC);
        for (double[] fold : recipe.wear().foldsMm()) {
            crease(quarter, fold, recipe);
        }
        Mat light = new Mat();
        Imgproc.resize(quarter, light, plane.size(), 0, 0, Imgproc.INTER_LINEAR);
        Core.multiply(plane, light, plane, 1 / 255.0);
        OpenCv.release(field);
        OpenCv.release(quarter);
        OpenCv.release(light);
    }

    private static Mat gradient(ScanRecipe recipe) {
        int w = 12;
        int h = 17;
        Random random = new Random(recipe.seed() + 2);
        double cos = Math.cos(Math.toRadians(recipe.light().towardsDegrees()));
        double sin = Math.sin(Math.toRadians(recipe.light().towardsDegrees()));
        byte[] v = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double far = 0.5 + 0.5 * (cos * (2.0 * x / (w - 1) - 1) + sin * (2.0 * y / (h - 1) - 1)) / 1.4;
                double cloud = 0.003 * random.nextGaussian();
                v[y * w + x] = (byte) Math.max(
                        0, Math.min(255, 255 * (1 - recipe.light().falloff() * far * far + cloud)));
            }
        }
        Mat field = new Mat(h, w, CvType.CV_8UC1);
        field.put(0, 0, v);
        return field;
    }

    private static void crease(Mat quarter, double[] f, ScanRecipe recipe) {
        Random random = new Random(recipe.seed() + 3);
        List<Point> dark = new ArrayList<>();
        List<Point> sheen = new ArrayList<>();
        for (int i = 0; i <= 40; i++) {
            double t = i / 40.0;
            double x = f[0] + t * (f[2] - f[0]) + 0.12 * random.nextGaussian();
            double y = f[1] + t * (f[3] - f[1]) + 0.12 * random.nextGaussian();
            double[] p = recipe.passage().toPixel(x, y);
            double[] q = recipe.passage().toPixel(x + 0.5, y + 0.5);
            dark.add(new Point(p[0] / STEP, p[1] / STEP));
            sheen.add(new Point(q[0] / STEP, q[1] / STEP));
        }
        // A fold takes 5 to 17 per cent of the light, beside it the paper leans back a little.
        draw(quarter, sheen, 250);
        draw(quarter, dark, 243 - random.nextInt(32));
    }

    private static void draw(Mat on, List<Point> way, int grey) {
        MatOfPoint points = new MatOfPoint(way.toArray(new Point[0]));
        Imgproc.polylines(on, List.of(points), false, new Scalar(grey), 1, Imgproc.LINE_AA);
        OpenCv.release(points);
    }
}
