package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.intake.Arrival;
import vn.kiemphieu.intake.Arrival.Arrived;
import vn.kiemphieu.intake.Arrival.TurnedAway;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.Page;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.papers.FlaggedPage;
import vn.kiemphieu.papers.FlaggedPicture;
import vn.kiemphieu.papers.ProblemWords;
import vn.kiemphieu.papers.StagePicture;
import vn.kiemphieu.papers.StagePicture.Key;
import vn.kiemphieu.reading.InkSurveyor;
import vn.kiemphieu.reading.PageReader;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.reading.Survey;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registration;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.registration.Registration.Unplaced;
import vn.kiemphieu.ruling.Bundle;
import vn.kiemphieu.ruling.Outcome;
import vn.kiemphieu.ruling.RuleBook;
import vn.kiemphieu.ruling.RuleProfile;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.vision.OpenCvInkSurveyor;
import vn.kiemphieu.vision.OpenCvRegistrar;
import vn.kiemphieu.vision.PagePreview;
import vn.kiemphieu.vision.StagePictures;
import vn.kiemphieu.vision.UndecodablePicture;
import vn.kiemphieu.words.Texts;

/**
 * Shows how one page is read, stage by stage. The page is read anew for it, and the ledger is neither asked nor told: what
 * was counted stays as it is.
 */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

    /** An A4 page at 200 dpi, as wide as the other pictures. */
    private static final int PAGE_PX = 1654;

    @Mixin
    private Console console = new Console();

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "dir")
    private Path dir = Path.of("");

    @Parameters(index = "1", paramLabel = "SCAN[:PAGE]", descriptionKey = "scan")
    private String scan = "";

    @Override
    public Integer call() throws IOException {
        Texts texts = console.texts();
        OpenMeeting open = OpenMeeting.open(dir, texts);
        BallotForm form = open.form(texts);
        try (Intake intake = new Intake(open.folder().scans())) {
            PageId id = new ScanChoice(intake.survey(), texts).find(scan);
            Page page = arrived(intake.load(id), texts);
            ExplainFolder folder = ExplainFolder.of(open.folder().results(), id);
            ExplainWords words = new ExplainWords(texts, open.meeting().officials());
            words.page(page);
            Registration registration = new OpenCvRegistrar(form).register(page);
            if (registration instanceof Unplaced unplaced) {
                words.unplaced(unplaced.problem());
                asItCame(page, folder, true);
                console.tell(ProblemWords.say(unplaced.problem(), texts));
            } else {
                asItCame(page, folder, false);
                try (Aligned aligned = ((Registered) registration).aligned()) {
                    RuleBook rules =
                            new RuleBook(RuleProfile.named(open.meeting().rules()), form);
                    Ruling ruling = placed(
                            id, aligned, rules, folder, words, open.meeting().rules());
                    console.tell(console.say("explain.outcome", words.verdict(ruling)));
                }
            }
            folder.put(ExplainFolder.WORDS, words.text());
            console.tell(console.say("explain.done", folder.path()));
        }
        return 0;
    }

    private static Page arrived(Arrival arrival, Texts texts) {
        if (arrival instanceof Arrived arrived) {
            return arrived.page();
        }
        TurnedAway away = (TurnedAway) arrival;
        throw new Failure(texts.say("explain.refused", away.id().toString(), ScanChoice.reason(away.refusal(), texts)));
    }

    /** A page that was not placed has no straightened darkness; the one as it came shows whether ink was to be seen. */
    private void asItCame(Page page, ExplainFolder folder, boolean withDarkness) throws IOException {
        try {
            put(folder, ExplainFolder.AS_IT_CAME, PagePreview.png(page.picture(), PAGE_PX), List.of());
            if (withDarkness) {
                put(folder, ExplainFolder.DARKNESS, StagePictures.darkness(page.picture(), PAGE_PX), List.of());
            }
        } catch (UndecodablePicture e) {
            console.tell(console.say("explain.no-picture"));
        }
    }

    private Ruling placed(
            PageId id, Aligned aligned, RuleBook rules, ExplainFolder folder, ExplainWords words, String profile)
            throws IOException {
        InkSurveyor surveyor = new OpenCvInkSurveyor();
        Deque<Survey> seen = new ArrayDeque<>();
        Sheet sheet = new PageReader(page -> {
                    seen.add(surveyor.survey(page));
                    return seen.getLast();
                })
                .read(aligned);
        Survey survey = seen.getLast();
        StagePictures stages = StagePictures.of(aligned);
        draw(aligned, stages, survey, folder);
        Bundle alone = new Bundle(List.of(Outcome.placed(id, sheet.formPage())), true, Set.of());
        Ruling ruling = rules.rule(alone, List.of(sheet));
        FlaggedPage findings = FlaggedPage.explained(
                id, aligned.png(), aligned.pixelsPerMm(), aligned.formPage(), sheet, console.texts());
        folder.put(
                ExplainFolder.FINDINGS, FlaggedPicture.draw(id.toString(), ruling, List.of(findings), console.texts()));
        words.fit(sheet.formPage(), sheet.fit());
        words.ink(stages.ink(), survey);
        words.stamp(survey, aligned.formPage().stamp().isPresent());
        words.rows(sheet, survey, new PageReader(page -> survey).pictures(aligned));
        words.findings(sheet.findings());
        words.ruling(ruling, profile);
        return ruling;
    }

    private void draw(Aligned aligned, StagePictures stages, Survey survey, ExplainFolder folder) throws IOException {
        folder.put(
                ExplainFolder.STRAIGHTENED,
                StagePicture.formOver(
                        aligned.png(),
                        aligned.pixelsPerMm(),
                        aligned.formPage(),
                        title(ExplainFolder.STRAIGHTENED),
                        console.texts()));
        put(
                folder,
                ExplainFolder.DARKNESS,
                stages.darkness(),
                List.of(
                        new Key(StagePictures.FAINT_RGB, "explain.key.faint"),
                        new Key(StagePictures.OFF_SHEET_RGB, "explain.key.off-sheet")));
        put(
                folder,
                ExplainFolder.PRINT_AND_INK,
                stages.printAndInk(),
                List.of(
                        new Key(StagePictures.PRINT_RGB, "explain.key.print"),
                        new Key(StagePictures.SUBTRACTED_RGB, "explain.key.subtracted"),
                        new Key(StagePictures.REMAINING_RGB, "explain.key.remaining"),
                        new Key(StagePictures.CARRIED_RGB, "explain.key.carried")));
        put(
                folder,
                ExplainFolder.PIECES,
                stages.pieces(survey.pieces()),
                List.of(new Key(StagePictures.GRAIN_RGB, "explain.key.grain")));
    }

    private void put(ExplainFolder folder, String name, byte[] picture, List<Key> keys) throws IOException {
        folder.put(name, StagePicture.captioned(picture, title(name), keys, console.texts()));
    }

    private String title(String file) {
        return console.say("explain.title." + file.charAt(0));
    }
}
