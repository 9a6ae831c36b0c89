package vn.kiemphieu.ruling;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.kiemphieu.reading.Finding;
import vn.kiemphieu.reading.Mark;
import vn.kiemphieu.reading.RowReading;
import vn.kiemphieu.reading.Sheet;

/**
 * Everything that is wrong with one ballot, and how sure it is, before the profile says what that spoils. A finding
 * belongs to its row as well, so that whoever looks at the row sees it.
 */
final class BallotFaults {

    private static final Set<Fault> OF_IDENTITY =
            EnumSet.of(Fault.POSSIBLE_DUPLICATE, Fault.NOT_REGISTERED, Fault.PAGES_INCOMPLETE);

    private final Map<Fault, Double> certain = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> rowsWith = new EnumMap<>(Fault.class);
    private final Set<Fault> doubtful = EnumSet.noneOf(Fault.class);
    private final Map<Integer, Set<Fault>> ofRow = new HashMap<>();
    private double leastMargin = 1;

    BallotFaults(Set<Fault> doubts) {
        doubtful.addAll(doubts);
        if (!doubts.isEmpty()) {
            leastMargin = 0;
        }
    }

    void see(RowFaults row, RowReading reading) {
        row.certain().forEach(fault -> {
            certain.merge(fault, row.margin(), Math::min);
            rowsWith.merge(fault, 1, Integer::sum);
        });
        doubtful.addAll(row.doubtful());
        reading.marks().values().stream().mapToDouble(Mark::margin).forEach(this::rest);
        faultsOfRow(row.official()).addAll(row.certain());
        faultsOfRow(row.official()).addAll(row.doubtful());
    }

    /** Takes in what was found outside the marks on one page. */
    void see(Sheet sheet, boolean stampNeeded) {
        for (Finding finding : sheet.findings()) {
            rest(finding.margin());
            faultOf(finding.kind())
                    .filter(fault -> fault != Fault.NOT_ISSUED || stampNeeded)
                    .ifPresent(fault -> see(fault, finding));
        }
        if (stampNeeded && sheet.findings().stream().noneMatch(BallotFaults::answersForTheStamp)) {
            // Nobody said whether the stamp is there. Silence is not read as a stamp.
            doubtful.add(Fault.NOT_ISSUED);
            rest(0);
        }
    }

    private void see(Fault fault, Finding finding) {
        if (finding.certain()) {
            certain.merge(fault, finding.margin(), Math::min);
        } else {
            doubtful.add(fault);
        }
        OptionalInt official = finding.official();
        official.ifPresent(row -> faultsOfRow(row).add(fault));
    }

    /** {@return the fault that a finding of that kind is, if it is one: a stamp and a signature never are} */
    private static Optional<Fault> faultOf(Finding.Kind kind) {
        return switch (kind) {
            case STRUCK_NAME -> Optional.of(Fault.NAME_STRUCK);
            case OTHER_NAME -> Optional.of(Fault.NOT_REGISTERED);
            case ADDITION -> Optional.of(Fault.ADDITION);
            case STAMP_MISSING -> Optional.of(Fault.NOT_ISSUED);
            case STAMP, SIGNATURE -> Optional.empty();
        };
    }

    private static boolean answersForTheStamp(Finding finding) {
        return finding.kind() == Finding.Kind.STAMP_MISSING
                || finding.kind() == Finding.Kind.STAMP && finding.certain();
    }

    private void rest(double margin) {
        leastMargin = Math.min(leastMargin, margin);
    }

    private Set<Fault> faultsOfRow(int official) {
        return ofRow.computeIfAbsent(official, row -> EnumSet.noneOf(Fault.class));
    }

    Set<Fault> certain() {
        return certain.keySet();
    }

    /** {@return how many rows have that fault; 0 for one that belongs to no row} */
    int rowsWith(Fault fault) {
        return rowsWith.getOrDefault(fault, 0);
    }

    Set<Fault> doubtful() {
        return doubtful;
    }

    Set<Fault> all() {
        Set<Fault> all = EnumSet.noneOf(Fault.class);
        all.addAll(certain.keySet());
        all.addAll(doubtful);
        return all;
    }

    Set<Fault> of(int official) {
        return ofRow.getOrDefault(official, Set.of());
    }

    /** {@return the least margin of the evidence for these certain faults} */
    double marginOf(Set<Fault> faults) {
        return certain.entrySet().stream()
                .filter(e -> faults.contains(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .min()
                .orElse(1);
    }

    double leastMargin() {
        return leastMargin;
    }

    /** {@return whether it is open which ballot this is, so that none of its faults can be laid at a ballot's door} */
    boolean leaveTheBallotUnknown() {
        return doubtful.stream().anyMatch(OF_IDENTITY::contains);
    }
}
