package vn.kiemphieu.review;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.kiemphieu.decision.Answer;
import vn.kiemphieu.decision.Answer.AsMarked;
import vn.kiemphieu.decision.Answer.DuplicateOf;
import vn.kiemphieu.decision.Answer.Invalid;
import vn.kiemphieu.decision.RowAnswer;
import vn.kiemphieu.decision.Subject;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.words.Texts;

/** Answers and readings in a line each. */
final class Words {

    private Words() {}

    static String answer(Answer answer, Texts texts) {
        String what = texts.say(answer.textKey());
        if (answer instanceof AsMarked marked && !marked.rows().isEmpty()) {
            return what + ": " + rows(marked.inOrder(), texts);
        }
        if (answer instanceof Invalid invalid) {
            return what + ": " + faults(invalid.inOrder(), texts);
        }
        return answer instanceof DuplicateOf twin ? what + ": " + twin.ballot() : what;
    }

    /** {@return what the machine made of the ballot} */
    static String machine(Subject subject, Texts texts) {
        String status = texts.say(subject.machine().status().textKey());
        Set<Fault> reasons = new TreeSet<>(subject.machine().reasons());
        String why = reasons.isEmpty() ? "" : " (" + faults(reasons, texts) + ")";
        String rows = subject.read().isEmpty() ? "" : ". " + rows(new TreeMap<>(subject.read()), texts);
        return status + why + rows;
    }

    static String faults(Set<Fault> faults, Texts texts) {
        return faults.stream().map(fault -> texts.say(fault.textKey())).collect(Collectors.joining("; "));
    }

    private static String rows(Map<Integer, RowAnswer> rows, Texts texts) {
        return rows.entrySet().stream()
                .map(row -> texts.say(
                        "desk.row-is",
                        String.valueOf(row.getKey()),
                        texts.say(row.getValue().textKey())))
                .collect(Collectors.joining("; "));
    }
}
