package vn.kiemphieu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormFile;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.Learning.Understood;
import vn.kiemphieu.meeting.Official;
import vn.kiemphieu.papers.BallotPrinter.Ballot;
import vn.kiemphieu.words.Texts;

/** Puts a form that was printed or learned into the folder {@code form/}, with what people look at or print. */
public final class FormFolder {

    /** The ballots for the printer. Learning a form leaves none: they belonged to the form before. */
    public static final String BALLOTS = "ballot.pdf";

    /** The page that proves the printer's measure. */
    public static final String RULER = "trang-in-thu.pdf";

    private FormFolder() {}

    /** Saves the form of a ballot that was typeset, and so many copies of it. {@return the file of copies} */
    public static Path print(Path form, Ballot ballot, List<Official> officials, int copies) throws IOException {
        OldPreviews.deleteIn(form);
        Path json = FormFile.save(form, ballot.form(), officials);
        Path pdf = json.resolveSibling(BALLOTS);
        ballot.write(pdf, copies);
        RulerPage.write(json.resolveSibling(RULER));
        return pdf;
    }

    /** Saves a form that was learned, and the pictures of it. {@return the file with its geometry} */
    public static Path learn(Path form, BallotForm learned, List<byte[]> previews, List<Official> officials)
            throws IOException {
        preview(form, previews);
        Files.deleteIfExists(form.resolve(BALLOTS));
        return FormFile.save(form, learned, officials);
    }

    /** Leaves the pictures alone, in the place of those of another form. {@return the first} */
    public static Path preview(Path form, List<byte[]> previews) throws IOException {
        Files.createDirectories(form);
        OldPreviews.deleteIn(form);
        for (int i = 0; i < previews.size(); i++) {
            Files.write(form.resolve("preview-%d.png".formatted(i + 1)), previews.get(i));
        }
        return form.resolve("preview-1.png");
    }

    /** {@return a picture of every page as it was understood} */
    public static List<byte[]> previews(Understood learned, List<Official> officials, Texts texts) {
        List<byte[]> previews = new ArrayList<>();
        for (FormPage page : learned.form().pages()) {
            previews.add(FormPreview.draw(page, learned.form().pages().size(), learned.rows(), officials, texts));
        }
        return previews;
    }
}
