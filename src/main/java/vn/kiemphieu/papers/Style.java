package vn.kiemphieu.papers;

import vn.kiemphieu.meeting.Organisation;

/**
 * The sizes of a body's papers, in points: a state body by Nghị định 30/2020, Phụ lục I, a party body by Hướng dẫn
 * 36-HD/VPTW. Both leave 20 mm above and below, 30 mm at the left for the file, 15 mm at the right.
 *
 * @param motto Tiêu ngữ, or ĐẢNG CỘNG SẢN VIỆT NAM
 * @param kind what the paper is: BIÊN BẢN, BÁO CÁO
 * @param padMm air in the cells of tables
 * @param lying whether the sheet lies on its side
 */
record Style(
        Organisation.Kind body,
        double text,
        double names,
        double motto,
        double kind,
        double table,
        double padMm,
        boolean lying) {

    static final double TOP_MM = 20;
    static final double BOTTOM_MM = 20;
    static final double LEFT_MM = 30;
    static final double RIGHT_MM = 15;
    static final double SHORT_MM = 210;
    static final double LONG_MM = 297;

    static Style upright(Organisation.Kind body) {
        return switch (body) {
            case STATE -> new Style(body, 13, 12.5, 13.5, 14, 11.5, 1, false);
            case PARTY -> new Style(body, 14, 13, 15, 16, 11.5, 1, false);
        };
    }

    /** {@return the same for a sheet that hangs on a wall: it lies, and its table is read from two metres} */
    static Style forTheWall(Organisation.Kind body) {
        Style upright = upright(body);
        return new Style(body, upright.text(), upright.names(), upright.motto(), upright.kind(), 14, 1, true);
    }

    /** {@return the same for a paper that has to stay on one sheet} */
    static Style tight(Organisation.Kind body) {
        Style upright = upright(body);
        return new Style(body, 12, upright.names(), upright.motto(), upright.kind(), 10.5, 0.55, false);
    }

    boolean state() {
        return body == Organisation.Kind.STATE;
    }

    double widthMm() {
        return lying ? LONG_MM : SHORT_MM;
    }

    double heightMm() {
        return lying ? SHORT_MM : LONG_MM;
    }

    double lineMm() {
        return widthMm() - LEFT_MM - RIGHT_MM;
    }
}
