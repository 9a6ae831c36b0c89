package vn.kiemphieu.meeting;

/** Somebody who serves the meeting: the chair, a member of the committee, an observer. Never somebody voted on. */
public record Person(String name, String role) {

    public Person {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A person needs a name");
        }
    }
}
