package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Letters, digits and figures as a hand draws them into a cell; many are near an X, and none is one. */
final class Glyphs {

    /** On a grid of ten by ten: strokes apart by blanks, two digits a point; a tilde before a stroke that is round. */
    private static final List<String> GLYPHS = List.of(
            // Letters.
            "094099 2676",
            "2029 ~20607234767829",
            "~8140144988",
            "2029 ~2060846929",
            "2029 ~2060846929 0545",
            "80202989 2464",
            "~70504249 2474",
            "2029 7079 2575",
            "~202925437579",
            // Several ways to write a K: of all letters it comes nearest to an X of two bows.
            "2029 802589",
            "2029 803489",
            "3029 803479",
            "2029 803479",
            "1029 701679",
            "~202529 803589",
            "~292026643689",
            "202989",
            "~28647050445988",
            "~28547050434879",
            "0910478099",
            "19108980",
            "~222825427378",
            "~2920718355255589",
            "~814022774918",
            "0090 4049",
            "~40475978 2272",
            "104980",
            "0029427990",
            "104549 8045",
            "1044 8029",
            "~2023457370756929",
            "10801989",
            "~9933507227497885",
            "~8933507227497886",
            // Digits.
            "~22407265194889",
            "~20507244775928",
            "601696 6369",
            "~302454775928 3080",
            "~70342749774527",
            "108049 2575",
            "~61302265784928457261",
            "~72402244727669",
            // An arrow, a lambda, a triangle, a square, an hourglass, a fish, and an X that was not finished.
            "0781 508184",
            "2089 4519",
            "18408818",
            "1811818818",
            "1188811811",
            "~044886713206",
            "0099 9063");

    private static final double TREMOR = 0.006;

    /** How far a hand misses each point, as a share of the glyph. */
    private static final double MISSED = 0.03;

    private Glyphs() {}

    /** {@return one of them, or lines drawn at random, of size 1} */
    static List<PenStroke> any(Random random) {
        int which = random.nextInt(GLYPHS.size() + 3);
        return PenStroke.unit(which < GLYPHS.size() ? drawn(GLYPHS.get(which), random) : lines(random));
    }

    /** {@return what is noted there, as a hand draws it that misses each point a little} */
    static List<PenStroke> drawn(String glyph, Random random) {
        return drawn(glyph, UnaryOperator.identity(), random);
    }

    /** {@return the same by a hand that means each point to lie elsewhere; the glyph is 1 wide and high about the origin} */
    static List<PenStroke> drawn(String glyph, UnaryOperator<double[]> meant, Random random) {
        List<PenStroke> strokes = new ArrayList<>();
        for (String part : glyph.split(" ")) {
            boolean round = part.startsWith("~");
            List<double[]> points = new ArrayList<>();
            for (int i = round ? 1 : 0; i + 1 < part.length(); i += 2) {
                points.add(meant.apply(new double[] {
                    (part.charAt(i) - '0') / 9.0 - 0.5, (part.charAt(i + 1) - '0') / 9.0 - 0.5
                }));
            }
            strokes.addAll(through(points, round, random));
        }
        return strokes;
    }

    private static List<PenStroke> lines(Random random) {
        List<PenStroke> strokes = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            List<double[]> points = new ArrayList<>();
            int corners = 2 + random.nextInt(4);
            for (int k = 0; k < corners; k++) {
                points.add(new double[] {random.nextDouble() - 0.5, random.nextDouble() - 0.5});
            }
            strokes.addAll(through(points, random.nextBoolean(), random));
        }
        return strokes;
    }

    private static List<PenStroke> through(List<double[]> points, boolean round, Random random) {
        List<double[]> missed = points.stream()
                .map(p -> new double[] {p[0] + MISSED * random.nextGaussian(), p[1] + MISSED * random.nextGaussian()})
                .toList();
        List<PenStroke> strokes = new ArrayList<>();
        for (int i = 0; i + 1 < missed.size(); i += round ? missed.size() : 1) {
            Curve curve = new Curve();
            for (double[] p : missed.subList(i, round ? missed.size() : i + 2)) {
                curve.to(p[0], p[1]);
            }
            strokes.add(curve.drawn(TREMOR, random));
        }
        return strokes;
    }
}
