package vn.kiemphieu.job;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.intake.PageId;
import vn.kiemphieu.intake.Picture;
import vn.kiemphieu.ledger.PageOutcome;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.FlaggedPage;
import vn.kiemphieu.papers.FlaggedPicture;
import vn.kiemphieu.reading.Sheet;
import vn.kiemphieu.registration.Aligned;
import vn.kiemphieu.registration.Registration.Registered;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.vision.ScanView;
import vn.kiemphieu.vision.UndecodablePicture;
import vn.kiemphieu.words.Texts;

/**
 * Draws a ballot that a person has to look at. Where no view of a page was kept, as when only its neighbour made it
 * doubtful, the page is laid over its form once more.
 */
final class Artist {

    private final Rooms rooms;
    private final List<Official> officials;
    private final Views views;

    Artist(Rooms rooms, List<Official> officials, Views views) {
        this.rooms = rooms;
        this.officials = List.copyOf(officials);
        this.views = views;
    }

    /** A page of a ballot, and what the ledger says of it. */
    record Seen(DeckPage page, PageOutcome outcome) {}

    /** {@return a JPEG} */
    byte[] draw(String ballot, Ruling ruling, List<Seen> pages) throws CountingTrouble, IOException {
        return rooms.sideBySide().orAlone(pages.get(0).page().id(), alone -> drawn(ballot, ruling, pages));
    }

    private byte[] drawn(String ballot, Ruling ruling, List<Seen> pages) throws CountingTrouble, IOException {
        List<FlaggedPage> shown = new ArrayList<>();
        for (Seen page : pages) {
            shown.add(show(page, ruling));
        }
        List<Sheet> sheets =
                pages.stream().flatMap(page -> page.outcome().sheet().stream()).toList();
        shown.set(0, shown.get(0).pointingBehind(ruling, sheets, Texts.VIETNAMESE));
        return FlaggedPicture.draw(ballot, ruling, shown, Texts.VIETNAMESE);
    }

    private FlaggedPage show(Seen seen, Ruling ruling) throws CountingTrouble, IOException {
        PageId id = seen.page().id();
        if (seen.outcome().sheet().isEmpty()) {
            byte[] picture = asItCame(rooms.page(id).picture());
            return FlaggedPage.unplaced(id, picture, seen.outcome().problem().orElseThrow(), Texts.VIETNAMESE);
        }
        Sheet sheet = seen.outcome().sheet().get();
        FormPage formPage = rooms.form().pages().get(sheet.formPage() - 1);
        Optional<byte[]> kept = views.find(seen.page().key());
        byte[] view = kept.isPresent() ? kept.get() : laidAgain(id);
        return FlaggedPage.laid(
                id, view, Views.WIDTH_PX / formPage.widthMm(), formPage, sheet, ruling, officials, Texts.VIETNAMESE);
    }

    private byte[] laidAgain(PageId id) throws CountingTrouble {
        if (rooms.registrar().register(rooms.page(id)) instanceof Registered registered) {
            try (Aligned aligned = registered.aligned()) {
                return aligned.jpeg(Views.WIDTH_PX);
            }
        }
        throw new IllegalStateException(id + " was laid over the form before, and now not");
    }

    /** A picture that cannot be shown is no reason to count nothing; the words beside it say what is wrong. */
    private static byte[] asItCame(Picture picture) throws IOException {
        try {
            return ScanView.jpeg(picture, Views.WIDTH_PX);
        } catch (UndecodablePicture e) {
            ByteArrayOutputStream empty = new ByteArrayOutputStream();
            ImageIO.write(
                    new BufferedImage(Views.WIDTH_PX, Views.WIDTH_PX, BufferedImage.TYPE_BYTE_GRAY), "jpeg", empty);
            return empty.toByteArray();
        }
    }
}
