package vn.kiemphieu.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Handwriting as a graph: strokes between ends and crossings. Spurs that thinning leaves and crossings that it tears in
 * two are mended, both by the width of the pen.
 *
 * <p>Lengths are in pixels of the mask.
 */
final class StrokeGraph {

    /** A stroke from node {@code a} to node {@code b}; the same node for a loop. */
    record Stroke(int a, int b, List<int[]> path, double length) {

        /** The point that lies {@code distance} along the path, seen from one of its ends. */
        int[] pointFrom(boolean fromA, double distance) {
            double walked = 0;
            int last = path.size() - 1;
            for (int i = 1; i <= last; i++) {
                int[] p = path.get(fromA ? i - 1 : last - i + 1);
                int[] q = path.get(fromA ? i : last - i);
                walked += Math.hypot(q[0] - p[0], q[1] - p[1]);
                if (walked >= distance) {
                    return q;
                }
            }
            return path.get(fromA ? last : 0);
        }
    }

    /** Where strokes meet or end. */
    record Node(double x, double y, int degree) {}

    private static final int[] DX = {1, 1, 0, -1, -1, -1, 0, 1};
    private static final int[] DY = {0, 1, 1, 1, 0, -1, -1, -1};

    final List<Node> nodes = new ArrayList<>();
    final List<Stroke> strokes = new ArrayList<>();

    private StrokeGraph() {}

    /**
     * @param spurPx dead ends shorter than this are thinning's, not the pen's
     * @param tearPx two crossings closer than this are one
     */
    static StrokeGraph of(Skeleton skeleton, double spurPx, double tearPx) {
        int[] id = new int[skeleton.width * skeleton.height];
        Arrays.fill(id, -1);
        StrokeGraph raw = new StrokeGraph();
        raw.findNodes(skeleton, id);
        raw.followStrokes(skeleton, id);
        StrokeGraph mended = raw.merged(tearPx, 0);
        for (int i = 0; i < 3; i++) {
            mended = mended.merged(0, spurPx);
        }
        return mended.merged(tearPx, 0);
    }

    double length() {
        return strokes.stream().mapToDouble(Stroke::length).sum();
    }

    /** {@return how many holes the lines enclose: strokes − nodes + connected parts (Euler)} */
    int holes() {
        int[] part = new int[nodes.size()];
        for (int i = 0; i < part.length; i++) {
            part[i] = i;
        }
        int joined = 0;
        for (Stroke s : strokes) {
            int a = root(part, s.a());
            int b = root(part, s.b());
            if (a != b) {
                part[a] = b;
                joined++;
            }
        }
        return strokes.size() - joined;
    }

    private static int root(int[] part, int i) {
        int r = i;
        while (part[r] != r) {
            r = part[r];
        }
        return r;
    }

    private void findNodes(Skeleton s, int[] id) {
        for (int y = 0; y < s.height; y++) {
            for (int x = 0; x < s.width; x++) {
                if (s.at(x, y) && id[y * s.width + x] < 0 && branches(s, x, y) != 2) {
                    cluster(s, id, x, y);
                }
            }
        }
    }

    /** How many lines leave a pixel. */
    private static int branches(Skeleton s, int x, int y) {
        int n = 0;
        for (int k = 0; k < 8; k++) {
            n += linked(s, x, y, k) ? 1 : 0;
        }
        return n;
    }

    /** Whether the neighbour in that direction hangs on this pixel itself: a diagonal one only if not by way of a side. */
    private static boolean linked(Skeleton s, int x, int y, int k) {
        if (!s.at(x + DX[k], y + DY[k])) {
            return false;
        }
        return k % 2 == 0 || !(s.at(x + DX[k], y) || s.at(x, y + DY[k]));
    }

    private void cluster(Skeleton s, int[] id, int x0, int y0) {
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {x0, y0});
        id[y0 * s.width + x0] = nodes.size();
        double sx = 0;
        double sy = 0;
        int n = 0;
        while (!open.isEmpty()) {
            int[] p = open.remove();
            sx += p[0];
            sy += p[1];
            n++;
            for (int k = 0; k < 8; k++) {
                int x = p[0] + DX[k];
                int y = p[1] + DY[k];
                if (linked(s, p[0], p[1], k) && id[y * s.width + x] < 0 && branches(s, x, y) != 2) {
                    id[y * s.width + x] = nodes.size();
                    open.add(new int[] {x, y});
                }
            }
        }
        nodes.add(new Node(sx / n, sy / n, 0));
    }

    private void followStrokes(Skeleton s, int[] id) {
        boolean[] walked = new boolean[id.length];
        for (int y = 0; y < s.height; y++) {
            for (int x = 0; x < s.width; x++) {
                int from = s.at(x, y) ? id[y * s.width + x] : -1;
                for (int k = 0; from >= 0 && k < 8; k++) {
                    int nx = x + DX[k];
                    int ny = y + DY[k];
                    if (linked(s, x, y, k) && id[ny * s.width + nx] < 0 && !walked[ny * s.width + nx]) {
                        follow(s, id, walked, from, new int[] {x, y}, new int[] {nx, ny});
                    }
                }
            }
        }
        followRings(s, id, walked);
    }

    private void follow(Skeleton s, int[] id, boolean[] walked, int from, int[] start, int[] first) {
        List<int[]> path = new ArrayList<>(List.of(start, first));
        int[] at = first;
        walked[at[1] * s.width + at[0]] = true;
        while (true) {
            int[] next = null;
            int node = -1;
            for (int k = 0; k < 8; k++) {
                int x = at[0] + DX[k];
                int y = at[1] + DY[k];
                int i = y * s.width + x;
                if (!linked(s, at[0], at[1], k) || (x == start[0] && y == start[1] && path.size() <= 2)) {
                    continue;
                }
                if (id[i] >= 0 && (id[i] != from || path.size() > 3)) {
                    node = id[i];
                    next = new int[] {x, y};
                    break;
                }
                if (id[i] < 0 && !walked[i]) {
                    next = new int[] {x, y};
                }
            }
            if (next == null) {
                // A line that ends where nothing was taken for an end: thinning left a pixel with a side neighbour.
                nodes.add(new Node(at[0], at[1], 0));
                strokes.add(new Stroke(from, nodes.size() - 1, path, lengthOf(path)));
                return;
            }
            path.add(next);
            if (node >= 0) {
                strokes.add(new Stroke(from, node, path, lengthOf(path)));
                return;
            }
            at = next;
            walked[at[1] * s.width + at[0]] = true;
        }
    }

    /** Closed lines without any crossing: a circle drawn in one go. */
    private void followRings(Skeleton s, int[] id, boolean[] walked) {
        for (int y = 0; y < s.height; y++) {
            for (int x = 0; x < s.width; x++) {
                int i = y * s.width + x;
                if (s.at(x, y) && id[i] < 0 && !walked[i]) {
                    id[i] = nodes.size();
                    nodes.add(new Node(x, y, 0));
                    for (int k = 0; k < 8; k++) {
                        int nx = x + DX[k];
                        int ny = y + DY[k];
                        if (linked(s, x, y, k) && id[ny * s.width + nx] < 0 && !walked[ny * s.width + nx]) {
                            follow(s, id, walked, id[i], new int[] {x, y}, new int[] {nx, ny});
                        }
                    }
                }
            }
        }
    }

    private static double lengthOf(List<int[]> path) {
        double sum = 0;
        for (int i = 1; i < path.size(); i++) {
            int[] p = path.get(i - 1);
            int[] q = path.get(i);
            sum += Math.hypot(q[0] - p[0], q[1] - p[1]);
        }
        return sum;
    }

    /** The same graph with near crossings made one, or with short dead ends cut off, and lines through nothing joined. */
    private StrokeGraph merged(double tearPx, double spurPx) {
        int[] degree = degrees();
        int[] into = new int[nodes.size()];
        for (int i = 0; i < into.length; i++) {
            into[i] = i;
        }
        List<Stroke> kept = new ArrayList<>();
        for (Stroke s : strokes) {
            boolean tear = s.length() < tearPx && degree[s.a()] > 2 && degree[s.b()] > 2 && s.a() != s.b();
            boolean deadEnd = s.length() < spurPx
                    && (degree[s.a()] == 1) != (degree[s.b()] == 1)
                    && Math.max(degree[s.a()], degree[s.b()]) > 2;
            boolean pinhole = s.a() == s.b() && s.length() < Math.max(tearPx, spurPx) * 2;
            if (tear) {
                into[root(into, s.a())] = root(into, s.b());
            } else if (!deadEnd && !pinhole) {
                kept.add(s);
            }
        }
        return rebuilt(kept, into).joined();
    }

    private StrokeGraph rebuilt(List<Stroke> kept, int[] into) {
        StrokeGraph g = new StrokeGraph();
        int[] number = new int[nodes.size()];
        Arrays.fill(number, -1);
        double[] sums = new double[nodes.size() * 3];
        for (int i = 0; i < nodes.size(); i++) {
            int r = root(into, i);
            sums[3 * r] += nodes.get(i).x();
            sums[3 * r + 1] += nodes.get(i).y();
            sums[3 * r + 2]++;
        }
        for (Stroke s : kept) {
            for (int end : new int[] {root(into, s.a()), root(into, s.b())}) {
                if (number[end] < 0) {
                    number[end] = g.nodes.size();
                    double n = sums[3 * end + 2];
                    g.nodes.add(new Node(sums[3 * end] / n, sums[3 * end + 1] / n, 0));
                }
            }
            g.strokes.add(new Stroke(number[root(into, s.a())], number[root(into, s.b())], s.path(), s.length()));
        }
        int[] degree = g.degrees();
        for (int i = 0; i < degree.length; i++) {
            g.nodes.set(i, new Node(g.nodes.get(i).x(), g.nodes.get(i).y(), degree[i]));
        }
        return g;
    }

    /** Two strokes that meet where nothing else does are one. */
    private StrokeGraph joined() {
        for (int n = 0; n < nodes.size(); n++) {
            Stroke first = null;
            Stroke second = null;
            for (Stroke s : strokes) {
                if ((s.a() == n || s.b() == n) && s.a() != s.b()) {
                    if (first == null) {
                        first = s;
                    } else {
                        second = s;
                    }
                }
            }
            if (nodes.get(n).degree() == 2 && first != null && second != null) {
                List<Stroke> rest = new ArrayList<>(strokes);
                rest.remove(first);
                rest.remove(second);
                rest.add(through(first, second, n));
                int[] same = new int[nodes.size()];
                for (int i = 0; i < same.length; i++) {
                    same[i] = i;
                }
                return rebuilt(rest, same).joined();
            }
        }
        return this;
    }

    private static Stroke through(Stroke first, Stroke second, int node) {
        List<int[]> path = new ArrayList<>(first.path());
        if (first.a() == node) {
            java.util.Collections.reverse(path);
        }
        List<int[]> more = new ArrayList<>(second.path());
        if (second.b() == node) {
            java.util.Collections.reverse(more);
        }
        path.addAll(more.subList(1, more.size()));
        int start = first.a() == node ? first.b() : first.a();
        int end = second.b() == node ? second.a() : second.b();
        return new Stroke(start, end, path, first.length() + second.length());
    }

    private int[] degrees() {
        int[] degree = new int[nodes.size()];
        for (Stroke s : strokes) {
            degree[s.a()]++;
            degree[s.b()]++;
        }
        return degree;
    }
}
