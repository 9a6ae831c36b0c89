package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vn.kiemphieu.meeting.Official;

/** Officials that nobody is called like: names put together from common parts, no two alike. */
public final class InventedRoster {

    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
            "Dương", "Lý", "Cao", "Mấu", "Tô", "Trịnh");

    private static final List<String> MIDDLE = List.of(
            "Văn",
            "Thị Bích",
            "Quốc",
            "Thị Thu",
            "Minh",
            "Ngọc",
            "Đình",
            "Xuân",
            "Hữu",
            "Thị Mỹ",
            "Đức",
            "Thế",
            "Quang",
            "Thanh");

    private static final List<String> GIVEN = List.of(
            "An", "Ngọc", "Dũng", "Hạnh", "Khang", "Giỏi", "Phượng", "Vĩnh", "Hải", "Nghĩa", "Ẩn", "Khánh", "Linh",
            "Trung", "Huy", "Yến", "Mỵ", "Đinh", "Vân", "Thắng", "Kiệt", "Chi", "Long", "Tâm");

    private static final List<String> POSITIONS = List.of(
            "Trưởng ban",
            "Phó Trưởng ban",
            "Chánh Văn phòng",
            "Phó Chánh Văn phòng",
            "Trưởng phòng Chính sách dân tộc",
            "Phó Trưởng phòng",
            "Chánh Thanh tra");

    private InventedRoster() {}

    /** {@return that many officials; the same seed gives the same} */
    public static List<Official> of(int officials, long seed) {
        Random random = new Random(seed);
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < officials) {
            names.add(any(FAMILY, random) + " " + any(MIDDLE, random) + " " + any(GIVEN, random));
        }
        List<Official> roster = new ArrayList<>();
        names.forEach(name -> roster.add(new Official(name, POSITIONS.get(roster.size() % POSITIONS.size()))));
        return Collections.unmodifiableList(roster);
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
