package vn.kiemphieu.meeting;

/** A person voted on. The name is as printed on the ballot, with tones, in Unicode composed form (NFC). */
public record Official(String name, String position) {

    public Official {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An official needs a name");
        }
    }
}
