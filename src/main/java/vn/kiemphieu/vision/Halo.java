package vn.kiemphieu.vision;

import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Mat;

/**
 * How dark the paper is beside the letters of a page: a blurred scan shows their halo further out than a sharp one, and along the bar of a
 * T it looks like a pale line. It is measured in the places of all names, by the distance from print. A line that was drawn through one
 * covers little of the paper beside its letters.
 */
final class Halo {

    /** A halo is gone within so many pixels more than what is never looked at, half a millimetre. */
    static final int RINGS = 4;

    /**
     * So far from the middle one of the pixels that lie as far from print, in steps of what five sixths of them stray. Of 833 names of poor
     * scans 17 showed a line before and none does now; of 168 lines that were drawn over such names, 16 of 255 darker than the paper, 88
     * are seen where 91 were.
     */
    private static final double STRAYS = 2.5;

    /** Five sixths: one step of the usual spread above the middle. */
    private static final double MOST = 0.84;

    /** Of 255: what is darker than that is none, though it may run along every name. */
    private static final double DARKEST = 20;

    /** Of fewer names a voter may have underlined most, and nothing is taken for a halo. */
    private static final int LEAST_NAMES = 5;

    private final List<Mat> prints;

    /** By how much more than the paper nine pixels must hold, by the distance from print. */
    private final double[] limits;

    /**
     * @param names the places of a page's names
     * @param prints not 0 up to where the first ring reaches, the second, …
     */
    Halo(List<PaleCell> names, List<Mat> prints) {
        this.prints = List.copyOf(prints);
        this.limits = names.size() < LEAST_NAMES ? new double[prints.size()] : limits(names, prints);
    }

    private static double[] limits(List<PaleCell> names, List<Mat> prints) {
        List<int[][]> counts = names.stream()
                .map(name -> name.countRings(name.rings(prints), prints.size()))
                .toList();
        return IntStream.range(0, prints.size())
                .mapToDouble(
                        ring -> limit(counts.stream().map(name -> name[ring]).toList()))
                .toArray();
    }

    /** {@return what a third of the names show: that others are underlined says nothing of these} */
    private static double limit(List<int[]> names) {
        double[] limits = names.stream().mapToDouble(Halo::limit).sorted().toArray();
        return Math.min(limits[(limits.length - 1) / 3], PaleCell.NINE * DARKEST);
    }

    private static double limit(int[] counts) {
        int n = IntStream.of(counts).sum();
        int middle = CellLight.quantile(counts, n, 0.5);
        return middle - CellLight.LEVELS + STRAYS * (CellLight.quantile(counts, n, MOST) - middle);
    }

    /** Takes out what is no darker than the paper so near to letters is all over the page. */
    void wipe(PaleCell name) {
        name.wipeRings(name.rings(prints), limits);
    }
}
