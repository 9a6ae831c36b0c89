package vn.kiemphieu.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import vn.kiemphieu.reading.StrokeGraph.Node;
import vn.kiemphieu.reading.StrokeGraph.Stroke;

/**
 * What a pen draws that goes over from the one stroke of an X to the other without being lifted. It meets the two arms at
 * their ends or, where the pen ran a little too far, before them.
 */
final class Join {

    /** It meets an arm in its outer half; a line that crosses the arms nearer to where they cross is a third stroke. */
    private static final double OUTER = 0.5;

    /** Where it meets an arm the pen turned round. Two lines that meet at 23 degrees part so many pen widths from their tip. */
    private static final double TIP = 2.5;

    private Join() {}

    /** {@return the same arms, clockwise as they came; a line that joins two neighbours follows on the first of them} */
    static List<Arm> found(StrokeGraph graph, Node crossing, List<Arm> arms, double penPx) {
        Set<int[]> known = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Arm arm : arms) {
            known.addAll(arm.path());
            known.addAll(arm.beyond());
        }
        List<Arm> joined = new ArrayList<>(arms);
        if (arms.stream().anyMatch(Arm::loop)) {
            return joined; // a pen goes over once
        }
        for (Stroke stroke : graph.strokes()) {
            if (stroke.isLoop()
                    || known.contains(stroke.path().get(stroke.path().size() / 2))) {
                continue;
            }
            for (int i = 0; i < arms.size(); i++) {
                Arm first = arms.get(i);
                Arm second = arms.get((i + 1) % arms.size());
                Node a = graph.nodes().get(stroke.a());
                Node b = graph.nodes().get(stroke.b());
                if (meets(a, first, crossing, penPx) && meets(b, second, crossing, penPx)
                        || meets(b, first, crossing, penPx) && meets(a, second, crossing, penPx)) {
                    List<int[]> drawn = new ArrayList<>(stroke.path());
                    drawn.addAll(tip(graph, stroke.a(), stroke, known, penPx));
                    drawn.addAll(tip(graph, stroke.b(), stroke, known, penPx));
                    joined.set(i, joined.get(i).followedBy(drawn));
                    return joined;
                }
            }
        }
        return joined;
    }

    /** {@return the dead end in which arm and join run on together} */
    private static List<int[]> tip(StrokeGraph graph, int corner, Stroke join, Set<int[]> known, double penPx) {
        return graph.strokesAt(corner).stream()
                .filter(s -> s != join && s.length() <= TIP * penPx)
                .filter(s -> graph.nodes().get(s.farFrom(corner)).degree() == 1)
                .map(Stroke::path)
                .filter(path -> !known.contains(path.get(path.size() / 2)))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean meets(Node end, Arm arm, Node crossing, double penPx) {
        double away = Math.hypot(end.x() - crossing.x(), end.y() - crossing.y());
        // Where four lines meet, it runs on beyond the arm: no join, but a line through an X.
        if (end.degree() > 3 || away < OUTER * arm.chordPx()) {
            return false;
        }
        double near = penPx + 2;
        return arm.path().stream().anyMatch(p -> Math.hypot(p[0] - end.x(), p[1] - end.y()) < near)
                || arm.beyond().stream().anyMatch(p -> Math.hypot(p[0] - end.x(), p[1] - end.y()) < near);
    }
}
