package vn.kiemphieu.papers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Organisation;

/**
 * What stands at the head of every paper of a meeting, for the paper's template. A state body's papers carry Quốc hiệu
 * and Tiêu ngữ (Nghị định 30/2020), a party body's ĐẢNG CỘNG SẢN VIỆT NAM (Hướng dẫn 36-HD/VPTW); never both.
 */
final class Letterhead {

    private static final String TEMPLATE = "/paper-templates/letterhead";

    private static final String HOLDS = "hội nghị lấy phiếu tín nhiệm";

    private Letterhead() {}

    /** {@return the head itself and its parts, for a paper of the whole body} */
    static Map<String, Object> of(Meeting meeting) {
        return of(meeting, List.of());
    }

    /** {@return the same for a paper of one of the body's organs, which stands under the body's name} */
    static Map<String, Object> of(Meeting meeting, String organ) {
        return of(meeting, List.of(Map.of("text", organ)));
    }

    private static Map<String, Object> of(Meeting meeting, List<Map<String, String>> organ) {
        Organisation organisation = meeting.organisation();
        boolean state = organisation.kind() == Organisation.Kind.STATE;
        Map<String, Object> values = new HashMap<>();
        values.put("title", meeting.title());
        values.put(
                "superior",
                organisation.superior().isEmpty() ? List.of() : List.of(Map.of("text", organisation.superior())));
        values.put("organisation", organisation.name());
        values.put("state", state ? List.of(Map.of()) : List.of());
        values.put("party", state ? List.of() : List.of(Map.of()));
        values.put("place", meeting.place());
        // Nghị định 30/2020: days under 10 and the months 1 and 2 take a leading zero, so that nobody adds a digit.
        values.put("day", "%02d".formatted(meeting.date().getDayOfMonth()));
        values.put(
                "month",
                meeting.date().getMonthValue() < 3
                        ? "%02d".formatted(meeting.date().getMonthValue())
                        : String.valueOf(meeting.date().getMonthValue()));
        values.put("year", String.valueOf(meeting.date().getYear()));
        values.put("organ", organ);
        values.put("letterhead", Template.fromJar(TEMPLATE + ".html").fill(values));
        values.put("letterhead-css", Template.read(TEMPLATE + ".css"));
        return values;
    }

    /** {@return what the vote is about: the meeting's title without the words that say it is a meeting} */
    static String subject(Meeting meeting) {
        String rest =
                meeting.title().substring(isHeld(meeting) ? HOLDS.length() : 0).strip();
        return rest.isEmpty() ? meeting.title() : rest;
    }

    /** {@return the same as the second half of a title: what was done, and about what} */
    static String whole(Meeting meeting) {
        return isHeld(meeting)
                ? "lấy phiếu tín nhiệm "
                        + meeting.title().substring(HOLDS.length()).strip()
                : meeting.title();
    }

    private static boolean isHeld(Meeting meeting) {
        return meeting.title().toLowerCase(Locale.ROOT).startsWith(HOLDS);
    }
}
