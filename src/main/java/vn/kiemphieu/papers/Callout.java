package vn.kiemphieu.papers;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.form.PaperBox;

/**
 * Something to be pointed at on a page.
 *
 * @param boxes outlined, all in one colour
 * @param lines written beside the page, never on it; none where the outline says enough
 */
record Callout(Tone tone, List<PaperBox> boxes, List<String> lines) {

    /** Between words of one line of handwriting. */
    private static final double NEAR_MM = 8;

    /** What a colour means. Orange and blue are told apart by eyes that confuse red and green. */
    enum Tone {
        FAULT(new Color(0xc81e1e), "flagged.legend.fault"),
        DOUBT(new Color(0xd97706), "flagged.legend.doubt"),
        ACCEPTED(new Color(0x15803d), "flagged.legend.accepted"),
        NO_FAULT(new Color(0x1d4ed8), "flagged.legend.no-fault");

        private final Color colour;
        private final String textKey;

        Tone(Color colour, String textKey) {
            this.colour = colour;
            this.textKey = textKey;
        }

        Color colour() {
            return colour;
        }

        String textKey() {
            return textKey;
        }
    }

    Callout {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
        if (boxes.isEmpty()) {
            throw new IllegalArgumentException("Nothing to point at for " + lines);
        }
    }

    /** {@return whether the other says the same of something so near that it is one thing to the eye} */
    boolean belongsWith(Callout other) {
        return tone == other.tone
                && !lines.isEmpty()
                && lines.equals(other.lines)
                && boxes.stream()
                        .anyMatch(box -> other.boxes.stream()
                                .anyMatch(near -> box.grown(NEAR_MM).overlapMm2(near) > 0));
    }

    Callout with(Callout other) {
        List<PaperBox> all = new ArrayList<>(boxes);
        all.addAll(other.boxes);
        return new Callout(tone, all, lines);
    }

    /** {@return how far down the page it lies} */
    double middleMm() {
        return boxes.stream().mapToDouble(box -> box.centre().yMm()).average().orElse(0);
    }
}
