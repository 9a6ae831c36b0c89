package vn.kiemphieu.form;

import java.util.List;

/** What came of learning a form from a blank. */
public sealed interface Learning {

    /** Reasons against using it; empty where all is well. */
    List<LearnProblem> problems();

    /**
     * The table was understood. The names may still be at odds with the meeting: then {@link #problems} says where.
     *
     * @param rows in the form's order
     */
    record Understood(BallotForm form, List<LearnedRow> rows, List<LearnProblem> problems, List<LearnNote> notes)
            implements Learning {

        public Understood {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
            if (!problems.stream().allMatch(LearnProblem::concernsNames)) {
                throw new IllegalArgumentException("Understood in spite of " + problems);
            }
        }
    }

    /** No form can be made of it. */
    record NotUnderstood(List<LearnProblem> problems) implements Learning {

        public NotUnderstood {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("Not understood for no reason");
            }
        }
    }
}
