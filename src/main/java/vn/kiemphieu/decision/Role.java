package vn.kiemphieu.decision;

import java.util.Locale;

/** What somebody is at this count. Each role may do what is named here and nothing else; everybody may read. */
public enum Role {
    /** Trưởng ban kiểm phiếu. Decides where members differ, so the chair gives no answer beforehand. */
    CHAIR,
    /** Ủy viên ban kiểm phiếu. */
    MEMBER,
    /** Thư ký ban kiểm phiếu: a member who also writes the papers. */
    SECRETARY,
    /** Reads everything, changes nothing. */
    OBSERVER,
    /** Makes accounts and prepares the meeting; is no member of the committee and judges no ballot. */
    ADMINISTRATOR;

    /** {@return whether this role is one of the pairs of eyes} */
    public boolean answers() {
        return this == MEMBER || this == SECRETARY;
    }

    /** {@return whether this role decides where answers differ} */
    public boolean decides() {
        return this == CHAIR;
    }

    /** {@return whether this role belongs to the committee} */
    public boolean committee() {
        return answers() || decides();
    }

    /** {@return whether this role prepares and runs the count: meeting, form, scans, papers} */
    public boolean prepares() {
        return this == ADMINISTRATOR || this == SECRETARY || this == CHAIR;
    }

    /** {@return the key of the words for it} */
    public String textKey() {
        return "decision.role." + name().toLowerCase(Locale.ROOT);
    }
}
