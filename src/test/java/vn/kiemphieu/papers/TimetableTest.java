package vn.kiemphieu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kiemphieu.meeting.Organisation.Kind;
import vn.kiemphieu.papers.Timetable.Deadline;
import vn.kiemphieu.papers.Timetable.Step;
import vn.kiemphieu.words.Texts;

class TimetableTest {

    @TempDir
    Path dir;

    /** The meeting is on Monday, 5 February 2024. */
    @Test
    void reckonsBackFromTheMeetingOverTheEndOfAMonth() {
        LocalDate due = LocalDate.of(2024, 2, 10);
        assertThat(new Timetable(Meetings.of(1, Kind.STATE), Optional.of(due)).deadlines())
                .containsExactly(
                        new Deadline(Step.REPORTS_TO_VOTERS, Optional.of(LocalDate.of(2024, 1, 21))),
                        new Deadline(Step.QUESTIONS_TO_OFFICIALS, Optional.of(LocalDate.of(2024, 1, 26))),
                        new Deadline(Step.MEETING, Optional.of(LocalDate.of(2024, 2, 5))),
                        new Deadline(Step.REPORT_TO_SUPERIOR, Optional.of(due)));
    }

    @Test
    void saysTheWeekdayInBothLanguages() {
        LocalDate sunday = LocalDate.of(2024, 1, 21);
        assertThat(Timetable.said(sunday, Texts.VIETNAMESE)).isEqualTo("Chủ nhật, 21/01/2024");
        assertThat(Timetable.said(sunday, Texts.ENGLISH)).isEqualTo("Sunday, 21/01/2024");
        assertThat(Timetable.isWeekend(sunday)).isTrue();
        assertThat(Timetable.isWeekend(sunday.plusDays(1))).isFalse();
    }

    @Test
    void canBeHungUpAndLeavesRoomForADayThatNobodyHasSaid() throws IOException {
        Path file = new Timetable(Meetings.of(1, Kind.PARTY), Optional.empty()).write(dir.resolve("thoi-han.pdf"));
        assertThat(Printed.text(Files.readAllBytes(file)))
                .contains("CÁC MỐC THỜI HẠN", "Chủ nhật, 21/01/2024", "Thứ Sáu, 26/01/2024", "(theo kế hoạch)")
                .contains("Chủ nhật, 21/01/2024 là ngày nghỉ");
    }
}
