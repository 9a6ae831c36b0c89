package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.kiemphieu.form.Row;
import vn.kiemphieu.reading.InkPiece;
import vn.kiemphieu.reading.InkSurveyor;
import vn.kiemphieu.reading.Survey;
import vn.kiemphieu.reading.Survey.Depth;
import vn.kiemphieu.reading.Survey.PrintedName;
import vn.kiemphieu.registration.Aligned;

/** Measures all ink on a straightened page that the form does not print. */
public final class OpenCvInkSurveyor implements InkSurveyor {

    public OpenCvInkSurveyor() {
        OpenCv.load();
    }

    @Override
    public Survey survey(Aligned aligned) {
        AlignedPage page = (AlignedPage) aligned;
        Mat reddish = redness(page);
        try {
            InkLevels levels = InkLevels.of(page);
            Residue residue = Residue.of(page, levels, reddish);
            List<PrintedName> names = new ArrayList<>();
            NameFinder finder = new NameFinder(page, levels, residue);
            for (Row row : page.template.page.rows()) {
                names.add(finder.find(row));
            }
            List<InkPiece> pieces = residue.pieces();
            return new Survey(
                    depth(page),
                    pieces,
                    page.formPage().stamp().flatMap(place -> new RingFinder(page, residue, levels).find(place)),
                    names);
        } finally {
            if (reddish != null) {
                OpenCv.release(reddish);
            }
        }
    }

    private static Depth depth(AlignedPage page) {
        if (page.colour() != null) {
            return Depth.COLOUR;
        }
        return page.bilevel() ? Depth.BILEVEL : Depth.GREY;
    }

    /** {@return 255 where red light is clearly more than green and blue, or null in a scan without colour} */
    private static @org.jspecify.annotations.Nullable Mat redness(AlignedPage page) {
        Mat colour = page.colour();
        if (colour == null) {
            return null;
        }
        List<Mat> channels = new ArrayList<>();
        Mat smooth = new Mat();
        Imgproc.blur(colour, smooth, new Size(3, 3));
        Core.split(smooth, channels);
        OpenCv.release(smooth);
        Mat others = new Mat();
        Core.max(channels.get(0), channels.get(1), others);
        Mat red = new Mat();
        Core.subtract(channels.get(2), others, red);
        // A worn stamp is pale; red is red by its share of the darkness, not by its strength.
        Mat needed = new Mat();
        Core.multiply(page.dark, new Scalar(RED_SHARE), needed);
        Core.max(needed, new Scalar(RED_LEAST), needed);
        Core.compare(red, needed, red, Core.CMP_GT);
        OpenCv.release(needed);
        channels.forEach(OpenCv::release);
        OpenCv.release(others);
        return red;
    }

    /** Red ink keeps its red light while green and blue are gone; brown and black do not. */
    private static final double RED_SHARE = 0.3;

    /** Yellowed paper under warm light has up to 10. */
    private static final double RED_LEAST = 12;
}
