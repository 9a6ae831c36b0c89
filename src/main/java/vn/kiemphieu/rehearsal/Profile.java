package vn.kiemphieu.rehearsal;

/** The rule profiles that a truth is written for, by their ids in {@code meeting.yaml}. */
public enum Profile {
    KH_BDT_2023("kh-bdt-2023"),
    QD_96("qd-96");

    private final String id;

    Profile(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** {@return the profile of that id} */
    public static Profile of(String id) {
        for (Profile profile : values()) {
            if (profile.id.equals(id)) {
                return profile;
            }
        }
        throw new IllegalArgumentException("No truth is known for the rules " + id);
    }
}
