package vn.kiemphieu.papers;

import java.time.LocalDate;
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

    /**
     * One paper's head.
     *
     * @param over the names over the body's own, the highest first
     * @param body the body that issues the paper
     * @param number its number and sign, with room for the number; empty on a paper that has none
     */
    record Head(Meeting meeting, List<String> over, String body, String number) {

        Head {
            over = over.stream().filter(name -> !name.isEmpty()).toList();
        }

        boolean state() {
            return meeting.organisation().kind() == Organisation.Kind.STATE;
        }

        /** {@return place and date. Days under 10 and the months 1 and 2 take a zero, so that nobody adds a digit} */
        String placeAndDate() {
            return "%s, %s".formatted(meeting.place(), date(meeting.date()));
        }

        String html() {
            return Template.fromJar(TEMPLATE + ".html")
                    .fill(Map.of(
                            "superior",
                            over.stream().map(name -> Map.of("text", name)).toList(),
                            "organisation",
                            body,
                            "state",
                            state() ? List.of(Map.of()) : List.of(),
                            "party",
                            state() ? List.of() : List.of(Map.of()),
                            "number",
                            number,
                            "date",
                            placeAndDate()));
        }
    }

    /** {@return the head of a paper of the whole body, as the ballot is} */
    static Head ofBody(Meeting meeting, String sign) {
        Organisation body = meeting.organisation();
        return new Head(meeting, List.of(body.superior()), body.name(), sign);
    }

    /** {@return the head of a paper of the counting committee, which serves the body} */
    static Head ofCommittee(Meeting meeting, String sign) {
        Organisation body = meeting.organisation();
        return new Head(meeting, List.of(body.superior(), body.name()), "BAN KIỂM PHIẾU", sign);
    }

    /** {@return room for a number and the paper's sign, as that body writes them: a party body has no colon} */
    static String number(Meeting meeting, String kind, String by) {
        return switch (meeting.organisation().kind()) {
            case STATE -> "Số:        /%s-%s".formatted(kind, by).replace(' ', '\u00a0');
            case PARTY -> "Số        -%s/%s".formatted(kind, by).replace(' ', '\u00a0');
        };
    }

    /** {@return the day in words and figures} */
    static String date(LocalDate date) {
        String month = date.getMonthValue() < 3 ? "%02d" : "%d";
        return ("ngày %02d tháng " + month + " năm %d")
                .formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    static String css() {
        return Template.read(TEMPLATE + ".css");
    }

    /** {@return the sizes of the head by that style, to stand after {@link #css}} */
    static String sizes(Style style) {
        return ".header { font-size: %spt; } .motto { font-size: %spt; } .header td.number, .header td.day { font-size: %spt; }%n"
                .formatted(style.names(), style.motto(), style.text());
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

    /** {@return the same as a line of its own} */
    static String title(Meeting meeting) {
        String whole = whole(meeting);
        return whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
    }

    private static boolean isHeld(Meeting meeting) {
        return meeting.title().toLowerCase(Locale.ROOT).startsWith(HOLDS);
    }
}
