package vn.kiemphieu.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.kiemphieu.reading.StrokeGraph.Stroke;

/**
 * Walks the lines of a skeleton from node to node. A node is a cluster of neighbouring pixels that have no way in and one
 * out; what thinning left behind is still in the graph.
 */
final class StrokeTracer {

    private static final int[] DX = {1, 1, 0, -1, -1, -1, 0, 1};
    private static final int[] DY = {0, 1, 1, 1, 0, -1, -1, -1};

    private final Skeleton skeleton;

    /** For each pixel the node that it belongs to, or -1. */
    private final int[] node;

    private final boolean[] walked;
    private final List<double[]> points = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();

    StrokeTracer(Skeleton skeleton) {
        this.skeleton = skeleton;
        this.node = new int[skeleton.width * skeleton.height];
        this.walked = new boolean[node.length];
        Arrays.fill(node, -1);
    }

    StrokeGraph graph() {
        findNodes();
        followStrokes();
        followRings();
        return new StrokeGraph(points, strokes);
    }

    private void findNodes() {
        for (int y = 0; y < skeleton.height; y++) {
            for (int x = 0; x < skeleton.width; x++) {
                if (skeleton.at(x, y) && node[index(x, y)] < 0 && branches(x, y) != 2) {
                    cluster(x, y);
                }
            }
        }
    }

    private void cluster(int x0, int y0) {
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {x0, y0});
        node[index(x0, y0)] = points.size();
        double sumX = 0;
        double sumY = 0;
        int n = 0;
        while (!open.isEmpty()) {
            int[] p = open.remove();
            sumX += p[0];
            sumY += p[1];
            n++;
            for (int k = 0; k < 8; k++) {
                int x = p[0] + DX[k];
                int y = p[1] + DY[k];
                if (linked(p[0], p[1], k) && node[index(x, y)] < 0 && branches(x, y) != 2) {
                    node[index(x, y)] = points.size();
                    open.add(new int[] {x, y});
                }
            }
        }
        points.add(new double[] {sumX / n, sumY / n});
    }

    private void followStrokes() {
        for (int y = 0; y < skeleton.height; y++) {
            for (int x = 0; x < skeleton.width; x++) {
                if (skeleton.at(x, y) && node[index(x, y)] >= 0) {
                    followAllFrom(x, y);
                }
            }
        }
    }

    /** Closed lines without any crossing: a circle drawn in one go. */
    private void followRings() {
        for (int y = 0; y < skeleton.height; y++) {
            for (int x = 0; x < skeleton.width; x++) {
                int i = index(x, y);
                if (skeleton.at(x, y) && node[i] < 0 && !walked[i]) {
                    node[i] = points.size();
                    points.add(new double[] {x, y});
                    followAllFrom(x, y);
                }
            }
        }
    }

    private void followAllFrom(int x, int y) {
        for (int k = 0; k < 8; k++) {
            int[] first = {x + DX[k], y + DY[k]};
            if (linked(x, y, k) && isFresh(first)) {
                follow(node[index(x, y)], new int[] {x, y}, first);
            }
        }
    }

    private void follow(int from, int[] start, int[] first) {
        List<int[]> path = new ArrayList<>(List.of(start, first));
        walked[index(first[0], first[1])] = true;
        Optional<int[]> next = next(from, path);
        while (next.isPresent()) {
            int[] at = next.get();
            path.add(at);
            int to = node[index(at[0], at[1])];
            if (to >= 0) {
                strokes.add(Stroke.along(from, to, path));
                return;
            }
            walked[index(at[0], at[1])] = true;
            next = next(from, path);
        }
        // A line that ends where nothing was taken for an end: thinning left a pixel with a side neighbour.
        int[] last = path.get(path.size() - 1);
        points.add(new double[] {last[0], last[1]});
        strokes.add(Stroke.along(from, points.size() - 1, path));
    }

    /** The pixel after the last: a node where there is one, but not at once the one that the line comes from. */
    private Optional<int[]> next(int from, List<int[]> path) {
        int[] start = path.get(0);
        int[] at = path.get(path.size() - 1);
        Optional<int[]> next = Optional.empty();
        for (int k = 0; k < 8; k++) {
            int[] p = {at[0] + DX[k], at[1] + DY[k]};
            boolean back = path.size() <= 2 && p[0] == start[0] && p[1] == start[1];
            if (!linked(at[0], at[1], k) || back) {
                continue;
            }
            int to = node[index(p[0], p[1])];
            if (to >= 0 && (to != from || path.size() > 3)) {
                return Optional.of(p);
            }
            if (isFresh(p)) {
                next = Optional.of(p);
            }
        }
        return next;
    }

    /** Whether a pixel of a line is no node's and was not walked over. */
    private boolean isFresh(int[] p) {
        int i = index(p[0], p[1]);
        return node[i] < 0 && !walked[i];
    }

    /** How many lines leave a pixel. */
    private int branches(int x, int y) {
        int n = 0;
        for (int k = 0; k < 8; k++) {
            n += linked(x, y, k) ? 1 : 0;
        }
        return n;
    }

    /** Whether the neighbour in that direction hangs on this pixel itself: a diagonal one only if not by way of a side. */
    private boolean linked(int x, int y, int k) {
        if (!skeleton.at(x + DX[k], y + DY[k])) {
            return false;
        }
        return k % 2 == 0 || !(skeleton.at(x + DX[k], y) || skeleton.at(x, y + DY[k]));
    }

    private int index(int x, int y) {
        return y * skeleton.width + x;
    }
}
