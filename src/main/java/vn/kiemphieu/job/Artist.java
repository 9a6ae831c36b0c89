package vn.kiemphieu.job;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.intake.Arrival.Arrived;
import vn.kiemphieu.intake.Intake;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.job.CountingTrouble.Kind;
import vn.kiemphieu.ledger.PageOutcome;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.FlaggedPage;
import vn.kiemphieu.papers.FlaggedPicture;
import vn.kiemphieu.registration.Registrar;
import vn.kiemphieu.registration.Registration;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.registration.Registration.Unplaced;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.vision.ScanView;
import vn.kiemphieu.vision.UndecodablePicture;
import vn.kiemphieu.words.Texts;

/**
 * Draws a ballot that a person has to look at. The page is laid over its form once more: what was found stands in the
 * ledger, but the straightened image was let go of, as it would be of all pages.
 */
final class Artist {

    /** As wide as the page stands in the picture; more would only be made smaller again. */
    private static final int PAGE_PX = 1240;

    private final BallotForm form;
    private final List<Official> officials;
    private final Intake intake;
    private final Registrar registrar;

    Artist(BallotForm form, List<Official> officials, Intake intake, Registrar registrar) {
        this.form = form;
        this.officials = List.copyOf(officials);
        this.intake = intake;
        this.registrar = registrar;
    }

    /** A page of a ballot, and what the ledger says of it. */
    record Seen(PageId page, PageOutcome outcome) {}

    /** {@return a JPEG} */
    byte[] draw(String ballot, Ruling ruling, List<Seen> pages) throws CountingTrouble, IOException {
        List<FlaggedPage> shown = new ArrayList<>();
        for (Seen page : pages) {
            shown.add(show(page, ruling));
        }
        return FlaggedPicture.draw(ballot, ruling, shown, Texts.VIETNAMESE);
    }

    private FlaggedPage show(Seen seen, Ruling ruling) throws CountingTrouble, IOException {
        if (!(intake.load(seen.page()) instanceof Arrived arrived)) {
            throw new CountingTrouble(Kind.SCAN_CHANGED, seen.page().scan());
        }
        Registration registration = registrar.register(arrived.page());
        if (registration instanceof Unplaced unplaced) {
            return FlaggedPage.unplaced(
                    seen.page(), asItCame(arrived.page().picture()), unplaced.problem(), Texts.VIETNAMESE);
        }
        try (var aligned = ((Registered) registration).aligned()) {
            double pixelsPerMm =
                    Math.min(aligned.pixelsPerMm(), PAGE_PX / aligned.formPage().widthMm());
            return FlaggedPage.laid(
                    seen.page(),
                    aligned.jpeg(PAGE_PX),
                    pixelsPerMm,
                    form.pages().get(aligned.formPage().number() - 1),
                    seen.outcome().sheet().orElseThrow(),
                    ruling,
                    officials,
                    Texts.VIETNAMESE);
        }
    }

    /** A picture that cannot be shown is no reason to count nothing; the words beside it say what is wrong. */
    private static byte[] asItCame(Picture picture) throws IOException {
        try {
            return ScanView.jpeg(picture, PAGE_PX);
        } catch (UndecodablePicture e) {
            ByteArrayOutputStream empty = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(PAGE_PX, PAGE_PX, BufferedImage.TYPE_BYTE_GRAY), "jpeg", empty);
            return empty.toByteArray();
        }
    }
}
