package vn.kiemphieu.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.intake.PageId;

/** What happens to a deck as a whole: files copied and torn, strange pages slipped in. */
final class Misfortune {

    private Misfortune() {}

    /** {@return the same bytes once more, under a name that stands behind} */
    static Stack.Scanned copied(Stack.Scanned file) {
        String name = file.name().replaceFirst("\\.(\\w+)$", "_copy.$1");
        List<PageTruth> pages = file.pages().stream()
                .map(p -> new PageTruth(
                        new PageId(name, p.id().number()),
                        p.paper(),
                        p.paper() == 0 ? 0 : 9,
                        p.formPage(),
                        p.rows(),
                        Set.of(Deed.COPIED_FILE),
                        Expectation.EXCLUDED,
                        Expectation.EXCLUDED))
                .toList();
        return new Stack.Scanned(name, file.bytes(), pages);
    }

    /** {@return a file that broke on its way: cut off, emptied, or never an image at all} */
    static Stack.Scanned corrupt(Stack.Scanned model, int n, Random random) {
        byte[] bytes = switch (n % 3) {
            case 0 -> Arrays.copyOf(model.bytes(), 60 + random.nextInt(400));
            case 1 -> new byte[0];
            default -> "Không phải là ảnh.\n".getBytes(StandardCharsets.UTF_8);
        };
        String name = model.name().replaceFirst("\\.(\\w+)$", "_broken" + (n + 1) + ".$1");
        PageTruth page = new PageTruth(
                new PageId(name, 1),
                0,
                0,
                0,
                List.of(),
                EnumSet.of(Deed.CORRUPT_FILE),
                Expectation.EXCLUDED,
                Expectation.EXCLUDED);
        return new Stack.Scanned(name, bytes, List.of(page));
    }

    /** {@return a page of handwriting: a letter that lay in the box} */
    static List<Ink> letter(FormPage page, Random random) {
        Repertoire hand = new DrawnHand(random);
        Pen pen = Pen.any(random);
        List<PenStroke> strokes = new ArrayList<>();
        double right = page.widthMm() - 25;
        for (double y = 30; y < page.heightMm() - 70; y += 9) {
            for (double x = 25 + 6 * random.nextDouble(); x < right - 12; ) {
                double w = 8 + 12 * random.nextDouble();
                strokes.addAll(PenStroke.fitted(
                        hand.draw(Drawing.WORD, random), x + w / 2, y + 0.4 * random.nextGaussian(), w * 0.9, 4.5));
                x += w + 2;
            }
        }
        return List.of(new Ink(pen, strokes));
    }
}
