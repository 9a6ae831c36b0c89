package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.Random;

/**
 * A hand that draws as another does, but leaning, bowed and wavering in its own way: of a few people's strokes it makes those of
 * many, for whoever learns from them.
 */
public final class BentHand implements Repertoire {

    private final Repertoire model;
    private final double wide;
    private final double lean;
    private final double turn;
    private final double bowX;
    private final double bowY;

    public BentHand(Repertoire model, Random random) {
        this.model = model;
        wide = Math.exp(0.18 * random.nextGaussian());
        lean = 0.18 * random.nextGaussian();
        turn = 0.12 * random.nextGaussian();
        bowX = 0.12 * random.nextGaussian();
        bowY = 0.12 * random.nextGaussian();
    }

    @Override
    public List<PenStroke> draw(Drawing what, Random random) {
        List<PenStroke> drawn = model.draw(what, random);
        if (what == Drawing.WORD || what == Drawing.SIGNATURE) {
            return drawn;
        }
        double phaseX = 2 * Math.PI * random.nextDouble();
        double phaseY = 2 * Math.PI * random.nextDouble();
        double waves = 3 + 3 * random.nextDouble();
        double waver = 0.035 * random.nextDouble();
        double w = wide * Math.exp(0.05 * random.nextGaussian());
        double l = lean + 0.04 * random.nextGaussian();
        double t = turn + 0.04 * random.nextGaussian();
        return PenStroke.unit(drawn.stream()
                .map(s -> s.moved(p -> {
                    double y = p.y() + bowY * p.x() * p.x() + waver * Math.sin(waves * p.x() + phaseY);
                    double x = p.x() * w + l * p.y() + bowX * p.y() * p.y() + waver * Math.sin(waves * y + phaseX);
                    return new PenPoint(
                            Math.cos(t) * x - Math.sin(t) * y, Math.sin(t) * x + Math.cos(t) * y, p.press());
                }))
                .toList());
    }
}
