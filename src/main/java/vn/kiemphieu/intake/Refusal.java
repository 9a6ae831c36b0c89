package vn.kiemphieu.intake;

import java.util.List;

/**
 * A file or page that was not taken in, and why.
 *
 * @param figures what belongs into the sentence of the reason, in its order
 */
public record Refusal(Reason reason, List<String> figures) {

    public Refusal {
        figures = List.copyOf(figures);
    }

    static Refusal of(Reason reason, Object... figures) {
        return new Refusal(
                reason, List.of(figures).stream().map(String::valueOf).toList());
    }
}
