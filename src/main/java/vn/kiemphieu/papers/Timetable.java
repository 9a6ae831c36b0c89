package vn.kiemphieu.papers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.papers.Grid.Column;
import vn.kiemphieu.papers.Grid.Side;
import vn.kiemphieu.words.Texts;

/**
 * What has to be done by which day around the meeting. The report's day differs from plan to plan and is given by the
 * secretary; where it is not, the paper leaves room for it.
 *
 * @param reportDue the last day for the report to the superior body
 */
public record Timetable(Meeting meeting, Optional<LocalDate> reportDue) {

    /** The voters read what those voted on say of themselves. */
    private static final int REPORTS_DAYS_BEFORE = 15;

    /** Those voted on are told what they have to make clear. */
    private static final int QUESTIONS_DAYS_BEFORE = 10;

    private static final double NUMBER_MM = 10;
    private static final double DAY_MM = 52;

    /** One thing to do, in the order of the days. */
    public enum Step {
        REPORTS_TO_VOTERS,
        QUESTIONS_TO_OFFICIALS,
        MEETING,
        REPORT_TO_SUPERIOR;

        /** {@return the key of the words for it} */
        public String key() {
            return "papers.deadline." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One line: what, and the last day for it; empty where nobody has said it. */
    public record Deadline(Step step, Optional<LocalDate> day) {}

    /** {@return all lines, in order} */
    public List<Deadline> deadlines() {
        return List.of(
                new Deadline(Step.REPORTS_TO_VOTERS, Optional.of(meeting.date().minusDays(REPORTS_DAYS_BEFORE))),
                new Deadline(
                        Step.QUESTIONS_TO_OFFICIALS, Optional.of(meeting.date().minusDays(QUESTIONS_DAYS_BEFORE))),
                new Deadline(Step.MEETING, Optional.of(meeting.date())),
                new Deadline(Step.REPORT_TO_SUPERIOR, reportDue));
    }

    /** {@return the day in the words of that language, with its weekday} */
    public static String said(LocalDate day, Texts texts) {
        String weekday = texts.say("papers.weekday." + day.getDayOfWeek().name().toLowerCase(Locale.ROOT));
        return texts.say(
                "papers.weekday-and-day",
                weekday,
                "%02d".formatted(day.getDayOfMonth()),
                "%02d".formatted(day.getMonthValue()),
                String.valueOf(day.getYear()));
    }

    /** {@return whether offices are shut that day, so that the thing had better be done before} */
    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Writes it as a paper to hang up. {@return the file} */
    public Path write(Path file) throws IOException {
        Style style = Style.upright(meeting.organisation().kind());
        PdfTypist typist = new PdfTypist(style, "Các mốc thời hạn", false);
        typist.letterhead(Letterhead.ofBody(meeting, ""));
        typist.title("CÁC MỐC THỜI HẠN", Letterhead.title(meeting));
        List<List<String>> rows = new ArrayList<>();
        for (Deadline deadline : deadlines()) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    Texts.VIETNAMESE.say(deadline.step().key()),
                    deadline.day().map(day -> said(day, Texts.VIETNAMESE)).orElse("……/……/…… (theo kế hoạch)"),
                    ""));
        }
        double words = style.lineMm() - NUMBER_MM - DAY_MM;
        typist.grid(new Grid(
                List.of(
                        Column.of("TT", NUMBER_MM, Side.MIDDLE),
                        Column.of("Việc phải làm", words * 0.72, Side.LEFT),
                        Column.of("Chậm nhất", DAY_MM, Side.LEFT),
                        Column.of("Đã làm", words * 0.28, Side.LEFT)),
                rows));
        deadlines().stream()
                .filter(deadline -> deadline.day().filter(Timetable::isWeekend).isPresent())
                .forEach(deadline -> typist.note(Texts.VIETNAMESE.say(
                        "papers.deadline-weekend", said(deadline.day().orElseThrow(), Texts.VIETNAMESE))));
        return AtomicFile.write(file, typist.finished());
    }
}
