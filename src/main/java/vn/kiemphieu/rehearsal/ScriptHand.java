package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.Random;

/**
 * A hand that writes its X as the letter of running script: bows back to back, or hooks where the pen comes and leaves. {@link
 * DrawnHand} crosses two lines; some people write, and a reader must have seen that.
 */
public final class ScriptHand implements Repertoire {

    /** As {@link Glyphs} notes them. */
    private static final List<String> MANNERS = List.of(
            // Two bows that touch, that cross, and that cross twice.
            "~2042555729 ~8062556789",
            "~1042555719 ~9062554789",
            "~2052655829 ~8052455789",
            // Hooks at both ends of one stroke, the other straight or bowed.
            "~122053567997 8019",
            "~122053567997 ~8064552819",
            "~022155687988 9109",
            // Hooks at the ends of both.
            "~1231557897 ~9271552807",
            "~1320557996 ~8364551909",
            // One line: down, back along the right and down again.
            "~103355789993815519",
            "~0211335567888471552718");

    private final String manner;
    private final DrawnHand otherwise;

    public ScriptHand(Random random) {
        manner = MANNERS.get(random.nextInt(MANNERS.size()));
        otherwise = new DrawnHand(random);
    }

    @Override
    public List<PenStroke> draw(Drawing what, Random random) {
        return what == Drawing.X ? PenStroke.unit(Glyphs.drawn(manner, random)) : otherwise.draw(what, random);
    }
}
