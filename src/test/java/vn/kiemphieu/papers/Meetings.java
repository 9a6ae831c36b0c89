package vn.kiemphieu.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import vn.kiemphieu.meeting.Attendance;
import vn.kiemphieu.meeting.BallotCounts;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.meeting.Organisation;
import vn.kiemphieu.meeting.Person;

/** Invented meetings of any size. */
final class Meetings {

    private static final List<String> GIVEN = List.of("An", "Bình", "Cường", "Dũng", "Hạnh", "Ngọc", "Phượng");
    private static final List<String> FAMILY = List.of("Nguyễn Văn", "Trần Thị", "Huỳnh Đức", "Mấu Quốc", "Võ Thị Thu");
    private static final List<String> POSITIONS =
            List.of("Trưởng ban", "Phó Trưởng ban", "Trưởng phòng Chính sách dân tộc", "Chánh Văn phòng");

    private Meetings() {}

    static Meeting of(int officials, Organisation.Kind kind) {
        // 7 and 5 have no common factor, so the first 35 names differ; the rest are told apart by a numeral.
        return with(
                kind,
                IntStream.range(0, officials)
                        .mapToObj(i -> new Official(
                                FAMILY.get(i % 5) + " " + GIVEN.get(i % 7) + (i < 35 ? "" : " Hai"),
                                POSITIONS.get(i % 4)))
                        .toList());
    }

    static Meeting with(Organisation.Kind kind, List<Official> officials) {
        return new Meeting(
                "Hội nghị lấy phiếu tín nhiệm đối với chức danh, chức vụ lãnh đạo, quản lý của Ban Dân tộc",
                LocalDate.of(2024, 2, 5),
                "Khánh Hòa",
                List.of("Quy định số 96-QĐ/TW, ngày 02/02/2023 của Bộ Chính trị"),
                kind == Organisation.Kind.STATE
                        ? new Organisation("UBND TỈNH KHÁNH HÒA", "BAN DÂN TỘC", kind)
                        : new Organisation("TỈNH ỦY KHÁNH HÒA", "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", kind),
                new Attendance(OptionalInt.of(50), OptionalInt.of(48)),
                new BallotCounts(OptionalInt.of(48), OptionalInt.of(47), 0),
                "qd-96",
                officials,
                List.of(new Person("Lê Thị Hương", "Trưởng ban"), new Person("Cao Thanh Hải", "Thư ký")),
                new Person("Đỗ Minh Tuấn", "Chủ trì hội nghị"),
                List.of());
    }
}
