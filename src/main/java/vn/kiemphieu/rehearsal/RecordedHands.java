package vn.kiemphieu.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands of real people, from a file of recorded strokes: one drawing a line,
 * {@code {"class": …, "writer": …, "strokes": [[[x, y], …], …]}}. What the file has no drawing of, a hand of the
 * program's own draws.
 *
 * <p>Some of the people teach the network that looks at marks, the others never do: who is judged by has not been learnt from.
 */
public final class RecordedHands {

    /** Which of a file's people. */
    public enum People {
        TEACHERS,
        /** One in five, told by the name alone: the same in every file and on every machine. */
        KEPT_ASIDE;

        private static final int ONE_IN = 5;

        private boolean include(String writer) {
            CRC32 sum = new CRC32();
            sum.update(writer.getBytes(StandardCharsets.UTF_8));
            return (sum.getValue() % ONE_IN == 0) == (this == KEPT_ASIDE);
        }
    }

    /** Which of the file's classes stand for which drawing. */
    private static final Map<Drawing, List<String>> CLASSES = Map.of(
            Drawing.X, List.of("x", "odd_x"),
            Drawing.TICK, List.of("check"),
            Drawing.CIRCLE, List.of("circle"),
            Drawing.LINE, List.of("line"),
            Drawing.SCRIBBLE, List.of("scribble"),
            Drawing.WORD, List.of("word"),
            Drawing.SIGNATURE, List.of("word"));

    /** Two strokes that cross are about twice as long as their box's diagonal. */
    private static final double BARELY_CROSSED = 1.3;

    /** Of 982 recorded words two are dots without any line between them. */
    private static final double BARELY_WRITTEN = 0.2;

    /** By class, then by writer; sorted, so that a seed finds the same writer again. */
    private final Map<String, Map<String, List<List<PenStroke>>>> drawings;

    private RecordedHands(Map<String, Map<String, List<List<PenStroke>>>> drawings) {
        this.drawings = drawings;
    }

    /**
     * {@return the hands of those people in that file}
     *
     * @throws NoSuchElementException if none of them drew anything that could be used
     */
    public static RecordedHands from(Path file, People people) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        Map<String, Map<String, List<List<PenStroke>>>> drawings = new TreeMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(l -> !l.isBlank()).forEach(line -> {
                JsonNode node = mapper.readTree(line);
                List<PenStroke> strokes = strokes(node.path("strokes"));
                String name = node.path("class").asString();
                String writer = node.path("writer").asString();
                if (people.include(writer) && !strokes.isEmpty() && straightenedOut(strokes) >= leastWay(name)) {
                    drawings.computeIfAbsent(name, c -> new TreeMap<>())
                            .computeIfAbsent(writer, w -> new ArrayList<>())
                            .add(strokes);
                }
            });
        }
        if (drawings.isEmpty()) {
            throw new NoSuchElementException("No strokes of " + people + " in " + file);
        }
        return new RecordedHands(drawings);
    }

    /** What of a drawing was recorded too little to be it: nobody would read one stroke as an X, or dots as a word. */
    private static double leastWay(String name) {
        if (CLASSES.getOrDefault(Drawing.X, List.of()).contains(name)) {
            return BARELY_CROSSED;
        }
        return CLASSES.getOrDefault(Drawing.WORD, List.of()).contains(name) ? BARELY_WRITTEN : 0;
    }

    /** {@return how long all strokes are together, with the diagonal of their box as unit} */
    private static double straightenedOut(List<PenStroke> strokes) {
        PenStroke.Extent e = PenStroke.Extent.of(strokes);
        return strokes.stream().mapToDouble(PenStroke::length).sum() / Math.hypot(e.width(), e.height());
    }

    private static List<PenStroke> strokes(JsonNode node) {
        List<PenStroke> strokes = new ArrayList<>();
        for (JsonNode stroke : node) {
            List<PenPoint> points = new ArrayList<>();
            int n = stroke.size();
            for (int i = 0; i < n; i++) {
                double t = n == 1 ? 0.5 : i / (n - 1.0);
                // Recordings hold no pressure: a pen comes down and lifts within a tenth of its way.
                double press = Math.min(1, 0.6 + 4 * Math.min(t, 1 - t));
                JsonNode p = stroke.get(i);
                points.add(new PenPoint(p.get(0).asDouble(), p.get(1).asDouble(), press));
            }
            if (!points.isEmpty()) {
                strokes.add(new PenStroke(points));
            }
        }
        return strokes.isEmpty() ? List.of() : PenStroke.unit(strokes);
    }

    /** {@return a voter's manner: for each kind of drawing one writer of the file} */
    public Repertoire voter(Random random) {
        Repertoire own = new DrawnHand(random);
        Map<Drawing, List<List<PenStroke>>> manner = new EnumMap<>(Drawing.class);
        for (Drawing what : Drawing.values()) {
            Map<String, List<List<PenStroke>>> writers = new TreeMap<>();
            for (String name : CLASSES.getOrDefault(what, List.of())) {
                drawings.getOrDefault(name, Map.of())
                        .forEach((w, d) -> writers.computeIfAbsent(w, k -> new ArrayList<>())
                                .addAll(d));
            }
            if (!writers.isEmpty()) {
                List<String> names = List.copyOf(writers.keySet());
                manner.put(what, writers.getOrDefault(names.get(random.nextInt(names.size())), List.of()));
            }
        }
        return (what, lot) -> {
            List<List<PenStroke>> some = manner.getOrDefault(what, List.of());
            return some.isEmpty() ? own.draw(what, lot) : some.get(lot.nextInt(some.size()));
        };
    }

    /**
     * {@return a manner that nobody recorded: its X's are one stroke of one writer across one of another's, the rest is as a
     * {@link #voter} draws it} Of a hundred people it makes ten thousand, for whoever learns from them.
     */
    public Repertoire mixed(Random random) {
        Repertoire one = voter(random);
        Repertoire other = voter(random);
        return (what, lot) -> {
            List<PenStroke> drawn = one.draw(what, lot);
            return what == Drawing.X ? mixed(drawn, other.draw(what, lot), lot) : drawn;
        };
    }

    private static List<PenStroke> mixed(List<PenStroke> one, List<PenStroke> other, Random lot) {
        if (one.size() != 2 || other.size() != 2) {
            return one;
        }
        PenStroke kept = one.get(lot.nextInt(2));
        return other.stream()
                .filter(kept::crosses)
                .findFirst()
                .map(across -> PenStroke.unit(List.of(kept, across)))
                .orElse(one);
    }
}
