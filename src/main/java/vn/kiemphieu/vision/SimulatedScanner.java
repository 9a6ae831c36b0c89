package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.Blank;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.rehearsal.Darkroom;
import vn.kiemphieu.rehearsal.Ink;
import vn.kiemphieu.rehearsal.ScanRecipe;

/**
 * Prints, writes and scans a ballot in memory. The order is nature's: toner on paper, ink over it, light and folds, the
 * lens, the dirty glass, the noise of the sensor, the file.
 */
public final class SimulatedScanner implements Darkroom {

    /** The blank at one resolution; a deck uses few, and resampling it costs more than all ink. */
    private final Map<String, Mat> prints = new ConcurrentHashMap<>();

    private final Map<Blank, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private final ScanNoise noise;

    public SimulatedScanner() {
        OpenCv.load();
        noise = new ScanNoise();
    }

    @Override
    public Shot expose(FormPage page, List<Ink> inks, ScanRecipe recipe) {
        return develop(page, print(page.blank(), recipe.dpi()), inks, recipe);
    }

    @Override
    public Shot exposeBack(FormPage page, List<Ink> inks, ScanRecipe recipe) {
        Mat bare = new Mat(8, 8, CvType.CV_8UC1, new Scalar(255));
        try {
            return develop(page, bare, inks, recipe);
        } finally {
            OpenCv.release(bare);
        }
    }

    private Shot develop(FormPage page, Mat print, List<Ink> inks, ScanRecipe recipe) {
        List<Mat> made = new ArrayList<>();
        try {
            Mat plane = PaperWarp.warp(print, page, recipe);
            made.add(plane);
            toner(plane, recipe);
            LightAndFolds.fall(plane, page, recipe);
            Mat colour = new Mat();
            made.add(colour);
            paper(plane, colour, recipe);
            write(colour, inks, recipe);
            Surroundings.lay(colour, page, recipe);
            Mat kept = colour;
            if (grey(recipe.output())) {
                kept = new Mat();
                made.add(kept);
                Imgproc.cvtColor(colour, kept, Imgproc.COLOR_BGR2GRAY);
            }
            int k = recipe.light().blurPx() < 0.8 ? 3 : 5;
            Imgproc.GaussianBlur(kept, kept, new Size(k, k), recipe.light().blurPx());
            DirtyGlass.smear(kept, recipe);
            noise.add(kept, recipe.light().noise(), recipe.seed());
            return new Shot(
                    ScanEncoder.encoded(kept, recipe),
                    recipe.output(),
                    recipe.widthPx(),
                    recipe.heightPx(),
                    recipe.dpi());
        } finally {
            made.forEach(OpenCv::release);
        }
    }

    private static boolean grey(ScanRecipe.Output output) {
        return switch (output) {
            case COLOUR_JPEG, COLOUR_PNG -> false;
            case GREY_JPEG, GREY_PNG, BITS -> true;
        };
    }

    /** Toner runs, or stays away, by a part of a pixel; a part is mixed from none and one. */
    private void toner(Mat plane, ScanRecipe recipe) {
        double px = recipe.print().spread() * recipe.dpi() / 25.4;
        if (Math.abs(px) > 0.05) {
            Mat kernel = Imgproc.getStructuringElement(Imgproc.MORPH_CROSS, new Size(3, 3));
            Mat run = new Mat();
            if (px > 0) {
                Imgproc.erode(plane, run, kernel);
            } else {
                Imgproc.dilate(plane, run, kernel);
            }
            double part = Math.min(0.75, Math.abs(px));
            Core.addWeighted(plane, 1 - part, run, part, 0, plane);
            OpenCv.release(run);
            OpenCv.release(kernel);
        }
        if (recipe.print().speckle() > 0.02) {
            noise.speckle(plane, recipe.print().speckle(), recipe.seed());
        }
    }

    private static void paper(Mat plane, Mat colour, ScanRecipe recipe) {
        Imgproc.cvtColor(plane, colour, Imgproc.COLOR_GRAY2BGR);
        int rgb = recipe.light().paperRgb();
        int[] top = {rgb & 255, rgb >> 8 & 255, rgb >> 16 & 255};
        int black = recipe.print().black();
        byte[] table = new byte[256 * 3];
        for (int g = 0; g < 256; g++) {
            for (int c = 0; c < 3; c++) {
                table[3 * g + c] = (byte) (black + g * (top[c] - black) / 255);
            }
        }
        Mat lut = new Mat(1, 256, CvType.CV_8UC3);
        lut.put(0, 0, table);
        Core.LUT(colour, lut, colour);
        OpenCv.release(lut);
    }

    private static void write(Mat colour, List<Ink> inks, ScanRecipe recipe) {
        byte[] samples = new byte[colour.rows() * colour.cols() * 3];
        colour.get(0, 0, samples);
        InkPainter painter = new InkPainter(samples, colour.cols(), colour.rows(), recipe.passage(), recipe.seed());
        inks.forEach(painter::paint);
        colour.put(0, 0, samples);
    }

    @Override
    public List<PaperBox> wordsIn(FormPage page, PaperBox box) {
        Mat own = print(page.blank(), page.blank().dpi());
        return PrintedWords.in(own, page.blank().dpi() / 25.4, box);
    }

    private Mat print(Blank blank, double dpi) {
        int number = numbers.computeIfAbsent(blank, b -> counter.getAndIncrement());
        return prints.computeIfAbsent(number + "@" + dpi, key -> resampled(blank, dpi));
    }

    private static Mat resampled(Blank blank, double dpi) {
        MatOfByte bytes = new MatOfByte(blank.png());
        Mat own = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE);
        OpenCv.release(bytes);
        double f = dpi / blank.dpi();
        if (Math.abs(f - 1) < 1e-6) {
            return own;
        }
        Mat scaled = new Mat();
        Imgproc.resize(own, scaled, new Size(), f, f, f < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
        OpenCv.release(own);
        return scaled;
    }

    @Override
    public void close() {
        prints.values().forEach(OpenCv::release);
        prints.clear();
    }
}
