package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.Random;

/**
 * A hand that writes its X as the letter of running script: bows back to back, a stroke that swings in and out across a slanting
 * one, or all in one line. {@link DrawnHand} crosses two lines; some people write, and a reader must have seen that. No hand's
 * shape is quite the one noted here.
 */
public final class ScriptHand implements Repertoire {

    /** As {@link Glyphs} notes them. */
    private static final List<String> MANNERS = List.of(
            // Two bows that touch, that cross, and that cross twice; two hooks back to back.
            "~2042555729 ~8062556789",
            "~1042555719 ~9062554789",
            "~2052655829 ~8052455789",
            "~1230515567381828 ~8160525658688897",
            // A stroke that swings in from the left and out to the right, like a 2 or an S, across a slanting one.
            "~122053567997 8019",
            "~1231535578897 8019",
            "~0210314455789997 8019",
            "~1330515355687998 7029",
            "~022143455678998 9009",
            "~1320313444566888 9109",
            "~122053567997 ~8064552819",
            "~022155687988 9109",
            // The same, short beside the slanting one.
            "~1230425367 8019",
            "~0220435577 9118",
            "~2231435476 9009",
            // The slanting stroke begins or ends in a hook or a small loop.
            "~1231557897 ~9271552807",
            "~1320557996 ~8364551909",
            "1088 ~9291805519",
            "0279 ~0926507081948796",
            "~5262605063748697 ~9054180939",
            "1389 ~9594817119",
            "1088 ~805519181939",
            "1088 ~805519081828",
            "~12305378 ~9490805519",
            // One line: down, back up along one side, and down across.
            "~103355789993815519",
            "~0211335567888471552718",
            "~1055889985805519",
            "~9055190818213055788997",
            // One line of straight strokes that turns in sharp corners, or meets both strokes before their ends.
            "10898119",
            "11787019",
            "1089 9019 ~789581");

    /** How far the points of a hand's shape lie from those noted, as a share of the glyph. */
    private static final double OWN = 0.05;

    private final String manner;
    private final long shape;
    private final DrawnHand otherwise;

    public ScriptHand(Random random) {
        manner = MANNERS.get(random.nextInt(MANNERS.size()));
        shape = random.nextLong();
        otherwise = new DrawnHand(random);
    }

    @Override
    public List<PenStroke> draw(Drawing what, Random random) {
        if (what != Drawing.X) {
            return otherwise.draw(what, random);
        }
        Random habit = new Random(shape);
        return PenStroke.unit(Glyphs.drawn(
                manner,
                p -> new double[] {p[0] + OWN * habit.nextGaussian(), p[1] + OWN * habit.nextGaussian()},
                random));
    }
}
