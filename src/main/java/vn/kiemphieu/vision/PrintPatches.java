package vn.kiemphieu.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Small pieces of a form's print around its corners, ready to be found again on scans. All that does not depend on the
 * scan is worked out once: S. Baker, I. Matthews, "Lucas-Kanade 20 years on: a unifying framework", IJCV 56(3), 2004,
 * the inverse compositional way. Light and contrast may be anything; they are taken out of each comparison.
 */
final class PrintPatches {

    /** Steps until a patch stands still; more do not bring back one that strays. */
    private static final int STEPS = 12;

    /** In pixels of this level. */
    private static final double STILL = 0.03;

    /** Both ways a patch needs this gradient energy, as a share of its own contrast: else it slides along a line. */
    private static final double CORNER = 0.02;

    private final int shrink;
    private final int reach;
    private final List<Patch> patches = new ArrayList<>();

    /** @param on the patch's middle on the form, in fine pixels */
    private record Patch(Point on, float[] print, float[] gx, float[] gy, double energy, double[] inverse) {}

    /** Where print was seen: {@code on} the form in fine pixels, {@code at} the scan in its pixels. */
    record Sightings(Point[] on, Point[] at) {}

    /**
     * Cuts the patches out.
     *
     * @param fine the form's print, 0 is black
     * @param shrink 2 or 4: the patches are cut from the form at a half or a quarter of its fine size
     * @param reach half the side of a patch, in pixels of that size
     */
    PrintPatches(Mat fine, Point[] anchors, int shrink, int reach) {
        this.shrink = shrink;
        this.reach = reach;
        Mat small = new Mat();
        Imgproc.resize(fine, small, new Size(fine.cols() / shrink, fine.rows() / shrink), 0, 0, Imgproc.INTER_AREA);
        // A scanner's lens blurs, a drawn blank does not.
        Imgproc.GaussianBlur(small, small, new Size(5, 5), 0.8);
        ScanLight.Plane plane = ScanLight.Plane.of(small);
        OpenCv.release(small);
        for (Point anchor : anchors) {
            int x = (int) Math.round((anchor.x - (shrink - 1) / 2.0) / shrink);
            int y = (int) Math.round((anchor.y - (shrink - 1) / 2.0) / shrink);
            boolean inside =
                    x - reach > 0 && y - reach > 0 && x + reach < plane.width() - 1 && y + reach < plane.height() - 1;
            if (inside) {
                cut(plane, x, y);
            }
        }
    }

    private void cut(ScanLight.Plane plane, int cx, int cy) {
        int side = 2 * reach + 1;
        float[] print = new float[side * side];
        float[] gx = new float[side * side];
        float[] gy = new float[side * side];
        double mean = 0;
        int k = 0;
        for (int y = cy - reach; y <= cy + reach; y++) {
            for (int x = cx - reach; x <= cx + reach; x++, k++) {
                print[k] = at(plane, x, y);
                gx[k] = (at(plane, x + 1, y) - at(plane, x - 1, y)) / 2f;
                gy[k] = (at(plane, x, y + 1) - at(plane, x, y - 1)) / 2f;
                mean += print[k];
            }
        }
        mean /= print.length;
        double energy = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (k = 0; k < print.length; k++) {
            print[k] -= (float) mean;
            energy += print[k] * print[k];
            xx += gx[k] * gx[k];
            xy += gx[k] * gy[k];
            yy += gy[k] * gy[k];
        }
        double det = xx * yy - xy * xy;
        double weaker = (xx + yy) / 2 - Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        if (weaker > CORNER * energy && det > 0) {
            double[] inverse = {yy / det, -xy / det, xx / det};
            patches.add(new Patch(
                    new Point(cx * shrink + (shrink - 1) / 2.0, cy * shrink + (shrink - 1) / 2.0),
                    print,
                    gx,
                    gy,
                    energy,
                    inverse));
        }
    }

    private static int at(ScanLight.Plane plane, int x, int y) {
        return plane.samples()[y * plane.width() + x] & 0xff;
    }

    /**
     * Looks for every patch near where the deformation has it.
     *
     * @param alikeNeeded correlation with the form's print, 0..1, from which a patch counts as found
     */
    Sightings find(ScanLight scan, Deformation now, double alikeNeeded) {
        Search search = search(scan, alikeNeeded);
        search.follow(patches, now);
        return search.seen();
    }

    /** {@return a search that goes over the page step by step} */
    Search search(ScanLight scan, double alikeNeeded) {
        return new Search(scan, alikeNeeded);
    }

    /** A search for the patches on one scan; each is looked for once. */
    final class Search {

        private final ScanLight scan;
        private final double alikeNeeded;
        private final List<Patch> open = new ArrayList<>(patches);
        private final List<Point> on = new ArrayList<>();
        private final List<Point> at = new ArrayList<>();

        private Search(ScanLight scan, double alikeNeeded) {
            this.scan = scan;
            this.alikeNeeded = alikeNeeded;
        }

        /**
         * Looks for the patches that lie no further than that from any of those places on the form, where the deformation has
         * them.
         *
         * @return whether there was any left to look for
         */
        boolean reaches(Deformation now, List<Point> from, double withinPx) {
            List<Patch> within = open.stream()
                    .filter(patch -> near(patch.on, from, withinPx) > 0)
                    .toList();
            open.removeAll(within);
            follow(within, now);
            return !within.isEmpty();
        }

        private void follow(List<Patch> wanted, Deformation now) {
            // The size of the scan at which a patch has about as many dots as it was cut with.
            double each = shrink * now.scale() * 1.4;
            int size = each >= 8 ? 8 : each >= 4 ? 4 : each >= 2 ? 2 : 1;
            ScanLight.Plane plane = scan.shrunk(size);
            float[] seen = new float[(2 * reach + 1) * (2 * reach + 1)];
            for (Patch patch : wanted) {
                Point found = PrintPatches.this.follow(patch, plane, size, now, seen, alikeNeeded);
                if (found != null) {
                    on.add(patch.on);
                    at.add(found);
                }
            }
        }

        /** {@return what was found up to now} */
        Sightings seen() {
            return new Sightings(on.toArray(Point[]::new), at.toArray(Point[]::new));
        }
    }

    /** {@return how far the patch that moved furthest moved from one fit to the next, in fine pixels of the form} */
    double furthestMoved(Deformation before, Deformation now) {
        double furthest = 0;
        for (Patch patch : patches) {
            Point p = before.at(patch.on.x, patch.on.y);
            Point q = now.at(patch.on.x, patch.on.y);
            furthest = Math.max(furthest, Math.hypot(q.x - p.x, q.y - p.y) / now.scale());
        }
        return furthest;
    }

    /** {@return the middles of those patches around which fewer than half, within that distance, are among these points} */
    List<Point> missed(List<Point> seen, double withinPx) {
        List<Point> all = patches.stream().map(Patch::on).toList();
        return all.stream()
                .filter(place -> 2 * near(place, seen, withinPx) < near(place, all, withinPx))
                .toList();
    }

    /** {@return how many of these points lie within that distance} */
    static int near(Point place, List<Point> points, double withinPx) {
        int near = 0;
        for (Point p : points) {
            double dx = p.x - place.x;
            double dy = p.y - place.y;
            near += dx * dx + dy * dy < withinPx * withinPx ? 1 : 0;
        }
        return near;
    }

    private @org.jspecify.annotations.Nullable Point follow(
            Patch patch, ScanLight.Plane plane, int size, Deformation now, float[] seen, double alikeNeeded) {
        Point p = now.at(patch.on.x, patch.on.y);
        Point right = now.at(patch.on.x + 8, patch.on.y);
        Point below = now.at(patch.on.x, patch.on.y + 8);
        // One pixel of the patch's level, in pixels of the scan's level.
        double each = (double) shrink / size / 8;
        double ax = (right.x - p.x) * each;
        double ay = (right.y - p.y) * each;
        double bx = (below.x - p.x) * each;
        double by = (below.y - p.y) * each;
        double px = (p.x - (size - 1) / 2.0) / size;
        double py = (p.y - (size - 1) / 2.0) / size;
        double dx = 0;
        double dy = 0;
        double alike = 0;
        for (int step = 0; step < STEPS; step++) {
            double x = px + ax * dx + bx * dy;
            double y = py + ay * dx + by * dy;
            double mean = sample(plane, x, y, ax, ay, bx, by, seen);
            if (mean < 0) {
                return null;
            }
            double cross = 0;
            double own = 0;
            for (int k = 0; k < seen.length; k++) {
                double v = seen[k] - mean;
                cross += v * patch.print[k];
                own += v * v;
            }
            if (cross <= 0) {
                return null;
            }
            alike = cross / Math.sqrt(own * patch.energy);
            double gain = patch.energy / cross;
            double ex = 0;
            double ey = 0;
            for (int k = 0; k < seen.length; k++) {
                double error = (seen[k] - mean) * gain - patch.print[k];
                ex += error * patch.gx[k];
                ey += error * patch.gy[k];
            }
            double sx = patch.inverse[0] * ex + patch.inverse[1] * ey;
            double sy = patch.inverse[1] * ex + patch.inverse[2] * ey;
            dx -= sx;
            dy -= sy;
            if (Math.hypot(dx, dy) > reach) {
                return null;
            }
            if (Math.hypot(sx, sy) < STILL) {
                break;
            }
        }
        if (alike < alikeNeeded) {
            return null;
        }
        return new Point(p.x + (ax * dx + bx * dy) * size, p.y + (ay * dx + by * dy) * size);
    }

    /** {@return the mean of what is seen, -1 where the patch would lie over the edge of the scan} */
    private double sample(
            ScanLight.Plane plane, double x, double y, double ax, double ay, double bx, double by, float[] seen) {
        double wide = reach * (Math.abs(ax) + Math.abs(bx)) + 1;
        double high = reach * (Math.abs(ay) + Math.abs(by)) + 1;
        if (x - wide < 0 || y - high < 0 || x + wide >= plane.width() - 1 || y + high >= plane.height() - 1) {
            return -1;
        }
        byte[] s = plane.samples();
        int w = plane.width();
        // Fixed point with 16 bits behind the point; what is 1/256 of a pixel off nobody sees.
        int stepX = (int) Math.round(ax * 65536);
        int stepY = (int) Math.round(ay * 65536);
        int k = 0;
        double sum = 0;
        for (int j = -reach; j <= reach; j++) {
            int u = (int) Math.round((x + bx * j - ax * reach) * 65536);
            int v = (int) Math.round((y + by * j - ay * reach) * 65536);
            for (int i = -reach; i <= reach; i++, k++) {
                int at = (v >> 16) * w + (u >> 16);
                int fx = u >> 8 & 0xff;
                int fy = v >> 8 & 0xff;
                int upper = ((s[at] & 0xff) << 8) + ((s[at + 1] & 0xff) - (s[at] & 0xff)) * fx;
                int lower = ((s[at + w] & 0xff) << 8) + ((s[at + w + 1] & 0xff) - (s[at + w] & 0xff)) * fx;
                seen[k] = ((upper << 8) + (lower - upper) * fy) * (1 / 65536f);
                sum += seen[k];
                u += stepX;
                v += stepY;
            }
        }
        return sum / seen.length;
    }
}
