package vn.kiemphieu.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.form.FormProblem;
import vn.kiemphieu.meeting.Meeting;
import vn.kiemphieu.meeting.MeetingDraft;
import vn.kiemphieu.meeting.MeetingFolder;
import vn.kiemphieu.meeting.MeetingText.Written;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.AtomicFile;

/**
 * A meeting as it shall stand from now on. What ballots were printed from and judged by does not change under them: names
 * and their order not once ballots were counted, the rules not once people judged by them.
 */
final class MeetingChange implements Office.Change {

    /** Where the trail would become unreadable; the file has the whole of it. */
    private static final int LONGEST_IN_TRAIL = 1000;

    private final Office office;
    private final MeetingFolder folder;
    private final MeetingDraft draft;
    private final Written written;
    private final Meeting meeting;
    private final String seen;

    /**
     * @param written the draft as text
     * @param meeting the text as it reads
     * @param seen the file's text that whoever changes it has seen
     */
    MeetingChange(
            Office office, MeetingFolder folder, MeetingDraft draft, Written written, Meeting meeting, String seen) {
        this.office = office;
        this.folder = folder;
        this.draft = draft;
        this.written = written;
        this.meeting = meeting;
        this.seen = seen;
    }

    @Override
    public Optional<String> objection() {
        Preparation now = office.preparation();
        if (!Fingerprint.of(now.text()).equals(seen)) {
            return Optional.of("desk.meeting.changed-meanwhile");
        }
        if (office.counted() && otherOfficials(now)) {
            return Optional.of("desk.meeting.officials-stand");
        }
        boolean otherRules = now.meeting()
                .filter(before -> !before.rules().equals(meeting.rules()))
                .isPresent();
        return office.judged() && otherRules ? Optional.of("desk.meeting.rules-stand") : Optional.empty();
    }

    private boolean otherOfficials(Preparation now) {
        boolean otherThanPrinted = FormFile.load(folder.form(), meeting.officials())
                .problem()
                .filter(problem -> problem.kind() == FormProblem.Kind.OTHER_NAME
                        || problem.kind() == FormProblem.Kind.OTHER_NUMBER)
                .isPresent();
        boolean otherThanBefore = now.meeting()
                .filter(before -> !names(before).equals(names(meeting)))
                .isPresent();
        return otherThanPrinted || otherThanBefore;
    }

    private static List<String> names(Meeting meeting) {
        return meeting.officials().stream().map(Official::name).toList();
    }

    /** {@return whether the file says the same already} */
    boolean changesNothing() {
        return office.preparation().text().equals(written.text());
    }

    @Override
    public Deed deed() {
        MeetingDraft before = office.preparation().draft();
        return new Deed.MeetingChanged(draft.differences(before).stream()
                .map(key -> new Deed.MeetingChanged.Change(key, said(before, key), said(draft, key)))
                .toList());
    }

    private static String said(MeetingDraft draft, String key) {
        String said = MeetingDraft.LISTS.contains(key)
                ? draft.list(key).stream()
                        .map(line -> line.about().isEmpty() ? line.name() : line.name() + " (" + line.about() + ")")
                        .collect(Collectors.joining(", "))
                : draft.value(key);
        return said.length() > LONGEST_IN_TRAIL ? said.substring(0, LONGEST_IN_TRAIL) + "…" : said;
    }

    /** A file that somebody wrote by hand, in a way that was not kept, stays beside the new one. */
    @Override
    public void carryOut() throws IOException {
        Path file = folder.meetingFile();
        boolean notKept = !office.preparation().problems().isEmpty() || written.anew();
        if (Files.exists(file) && notKept) {
            Files.copy(file, unused(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createDirectories(folder.scans());
        AtomicFile.write(file, out -> out.write(written.text()));
    }

    private static Path unused(Path file) {
        for (int i = 1; ; i++) {
            Path beside = file.resolveSibling("meeting.yaml.%d.bak".formatted(i));
            if (!Files.exists(beside)) {
                return beside;
            }
        }
    }
}
