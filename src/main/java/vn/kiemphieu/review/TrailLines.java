package vn.kiemphieu.review;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.decision.Docket;
import vn.kiemphieu.decision.Entry;
import vn.kiemphieu.decision.Standing;
import vn.kiemphieu.ledger.Accounts.Account;
import vn.kiemphieu.words.Texts;

/** The trail in words, newest first, as far as somebody may see it. */
final class TrailLines {

    /** The last evening's worth; the whole trail is in the ledger and is what the proof looks at. */
    private static final int SHOWN = 400;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    private final Office office;
    private final Texts texts;

    TrailLines(Office office, Texts texts) {
        this.office = office;
        this.texts = texts;
    }

    /** One line. */
    record Line(long number, String at, String by, String what) {}

    List<Line> seenBy(Account reader) {
        Docket docket = office.docket();
        Map<String, String> names =
                office.accounts().all().stream().collect(Collectors.toMap(Account::name, Account::person));
        List<Entry> entries = docket.entries();
        return entries.stream()
                .skip(Math.max(0, entries.size() - SHOWN))
                .sorted((a, b) -> Long.compare(b.number(), a.number()))
                .map(entry -> new Line(
                        entry.number(),
                        CLOCK.format(entry.at().atZone(ZoneId.systemDefault())),
                        names.getOrDefault(entry.by(), entry.by()),
                        hidden(entry, reader, docket) ? texts.say("desk.trail.hidden") : words(entry.deed())))
                .toList();
    }

    private static boolean hidden(Entry entry, Account reader, Docket docket) {
        boolean anothers = reader.role().answers() && !entry.by().equals(reader.name());
        if (!anothers || !(entry.deed() instanceof Deed.OnBallot deed)) {
            return false;
        }
        return docket.subject(deed.ballot())
                .map(docket::standing)
                .filter(standing -> standing.state() != Standing.State.SETTLED)
                .isPresent();
    }

    private String words(Deed deed) {
        if (deed instanceof Deed.PutToPeople put) {
            return texts.say(
                    "desk.trail.put", put.ballot(), texts.say(put.machine().textKey()));
        }
        if (deed instanceof Deed.Answered answered) {
            return texts.say(
                    "desk.trail.answered", answered.ballot(), Words.answer(answered.answer(), texts), answered.why());
        }
        if (deed instanceof Deed.Decided decided) {
            return texts.say(
                    "desk.trail.decided", decided.ballot(), Words.answer(decided.answer(), texts), decided.why());
        }
        return ofTheMeeting(deed);
    }

    private String ofTheMeeting(Deed deed) {
        if (deed instanceof Deed.Withdrawn withdrawn) {
            return texts.say("desk.trail.withdrawn", withdrawn.ballot(), String.valueOf(withdrawn.entry()));
        }
        if (deed instanceof Deed.Sent sent) {
            return texts.say("desk.trail.sent", sent.ballot(), sent.why());
        }
        if (deed instanceof Deed.WithoutScan papers) {
            return texts.say(
                    "desk.trail.without-scan",
                    papers.ballots().get(0),
                    papers.ballots().get(papers.ballots().size() - 1),
                    papers.why());
        }
        if (deed instanceof Deed.EyesSet set) {
            return texts.say("desk.trail.eyes", String.valueOf(set.eyes()));
        }
        if (deed instanceof Deed.CheckDrawn drawn) {
            return texts.say(
                    "desk.trail.check",
                    drawn.seed(),
                    String.valueOf(drawn.ballots().size()));
        }
        if (deed instanceof Deed.AccountMade made) {
            return texts.say(
                    "desk.trail.account", made.person(), texts.say(made.held().textKey()), made.user());
        }
        if (deed instanceof Deed.AccountClosed closed) {
            return texts.say("desk.trail.closed", closed.user());
        }
        return ofThePreparation(deed);
    }

    private String ofThePreparation(Deed deed) {
        if (deed instanceof Deed.MeetingChanged changed) {
            return texts.say("desk.trail.meeting")
                    + changed.changes().stream().map(this::change).collect(Collectors.joining("; "));
        }
        if (deed instanceof Deed.FormPrinted printed) {
            return texts.say(
                    "desk.trail.form-printed",
                    String.valueOf(printed.officials()),
                    String.valueOf(printed.pages()),
                    String.valueOf(printed.copies()));
        }
        if (deed instanceof Deed.FormLearned learned) {
            return texts.say(
                    "desk.trail.form-learned",
                    learned.file(),
                    String.valueOf(learned.officials()),
                    String.valueOf(learned.pages()),
                    String.valueOf(learned.otherNames()));
        }
        throw new IllegalStateException("No words for " + deed);
    }

    private String change(Deed.MeetingChanged.Change change) {
        String before = change.before().isEmpty() ? texts.say("desk.trail.nothing") : change.before();
        String after = change.after().isEmpty() ? texts.say("desk.trail.nothing") : change.after();
        return texts.say("desk.trail.change", texts.say(MeetingForm.label(change.key())), before, after);
    }
}
