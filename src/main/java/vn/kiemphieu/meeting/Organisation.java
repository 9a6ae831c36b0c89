package vn.kiemphieu.meeting;

/**
 * The body that holds the vote.
 *
 * @param superior the body above it, printed over its name; may be empty
 */
public record Organisation(String superior, String name, Kind kind) {

    /** Which header its papers carry. */
    public enum Kind {
        /** Quốc hiệu and Tiêu ngữ, by Nghị định 30/2020. */
        STATE,
        /** ĐẢNG CỘNG SẢN VIỆT NAM, by Hướng dẫn 36-HD/VPTW. */
        PARTY
    }
}
