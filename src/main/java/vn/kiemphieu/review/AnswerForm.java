package vn.kiemphieu.review;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import vn.kiemphieu.decision.Answer;
import vn.kiemphieu.decision.RowAnswer;
import vn.kiemphieu.ruling.Fault;

/** An answer as a browser sends it. What does not make sense is no answer; nothing is guessed. */
final class AnswerForm {

    private static final String ROW = "row-";

    /** Nobody needs more to say why; a longer text is cut, not refused, so that the answer is not lost. */
    private static final int LONGEST_WHY = 500;

    private AnswerForm() {}

    static Optional<Answer> read(MultiValueMap<String, String> fields) {
        String verdict = first(fields, "verdict");
        if (verdict.startsWith("INVALID:")) {
            return faults(verdict.substring("INVALID:".length())).map(Answer.Invalid::new);
        }
        if (verdict.startsWith("DUPLICATE:")) {
            return Optional.of(new Answer.DuplicateOf(verdict.substring("DUPLICATE:".length())));
        }
        return switch (verdict) {
            case "MARKED" -> rows(fields).map(Answer.AsMarked::new);
            case "NOT_A_BALLOT" -> Optional.of(new Answer.NotABallot());
            case "CANNOT_DECIDE" -> Optional.of(new Answer.CannotDecide());
            default -> Optional.empty();
        };
    }

    static String why(MultiValueMap<String, String> fields) {
        String why = first(fields, "why").strip();
        return why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why;
    }

    static String first(MultiValueMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }

    private static Optional<Set<Fault>> faults(String names) {
        try {
            Set<Fault> faults = EnumSet.noneOf(Fault.class);
            List.of(names.split(",")).forEach(name -> faults.add(Fault.valueOf(name)));
            return Optional.of(faults);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Map<Integer, RowAnswer>> rows(MultiValueMap<String, String> fields) {
        try {
            Map<Integer, RowAnswer> rows = new HashMap<>();
            for (String field : fields.keySet()) {
                if (field.startsWith(ROW)) {
                    rows.put(Integer.parseInt(field.substring(ROW.length())), RowAnswer.valueOf(first(fields, field)));
                }
            }
            return Optional.of(rows);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
