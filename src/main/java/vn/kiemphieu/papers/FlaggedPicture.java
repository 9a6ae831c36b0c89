package vn.kiemphieu.papers;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.papers.Callout.Tone;
import vn.kiemphieu.papers.NoteColumn.Note;
import vn.kiemphieu.ruling.Fault;
import vn.kiemphieu.ruling.Ruling;
import vn.kiemphieu.ruling.Status;
import vn.kiemphieu.words.Texts;

/**
 * A ballot that somebody has to look at: what became of it and why over the pages, every finding outlined on them, and its
 * name beside the page, so that no word covers any ink. Pages of one ballot stand one below the other.
 */
public final class FlaggedPicture {

    /** A4 at 150 dpi: a thin pen stroke is two pixels wide. */
    private static final int PAGE_PX = 1240;

    private static final int STRIP_PX = 430;
    private static final int EDGE_PX = 24;
    private static final int TITLE_PX = 46;

    /** Still eleven points when the whole picture is shown 1,240 pixels wide. */
    private static final int TEXT_PX = NoteColumn.TEXT_PX;

    private static final int LINE_PX = NoteColumn.LINE_PX;

    /** Print stays crisp; a page is about 300 kB. */
    private static final float QUALITY = 0.85f;

    private static final Color PAPER = new Color(0xf3f4f6);
    private static final Color INK = new Color(0x111827);

    private final Texts texts;

    private FlaggedPicture(Texts texts) {
        this.texts = texts;
    }

    /** A page, read, and the height that it and what is written beside it need. */
    private record Panel(FlaggedPage page, BufferedImage image, List<Note> notes, List<String> over, int heightPx) {

        int pageTopPx() {
            return (over.size() + 1) * LINE_PX;
        }
    }

    /** {@return a JPEG} */
    public static byte[] draw(String ballot, Ruling ruling, List<FlaggedPage> pages, Texts texts) throws IOException {
        FlaggedPicture picture = new FlaggedPicture(texts);
        List<Panel> panels = new ArrayList<>();
        for (FlaggedPage page : pages) {
            panels.add(picture.panel(page));
        }
        int head = picture.headPx(ruling);
        int height = head + panels.stream().mapToInt(Panel::heightPx).sum() + EDGE_PX;
        // As JPEGs are read and written: other samples would be taken apart one by one.
        BufferedImage image = new BufferedImage(PAGE_PX + STRIP_PX, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.setColor(PAPER);
            pen.fillRect(0, 0, image.getWidth(), height);
            picture.drawHead(pen, ballot, ruling);
            int top = head;
            for (Panel panel : panels) {
                pen.translate(0, top);
                picture.drawPanel(pen, panel);
                pen.translate(0, -top);
                top += panel.heightPx();
            }
        } finally {
            pen.dispose();
        }
        return jpeg(image);
    }

    private int headPx(Ruling ruling) {
        return TITLE_PX + 2 * EDGE_PX + (ruling.reasons().size() + 1) * LINE_PX + EDGE_PX / 2;
    }

    private void drawHead(Graphics2D pen, String ballot, Ruling ruling) {
        Tone tone = toneOf(ruling.status());
        pen.setColor(tone.colour());
        pen.fillRect(0, 0, PAGE_PX + STRIP_PX, TITLE_PX + EDGE_PX);
        String title = texts.say("flagged.title", ballot) + " · "
                + texts.say(ruling.status().textKey());
        write(pen, Lettering.BOLD, title, EDGE_PX, TITLE_PX, TITLE_PX, Color.WHITE);
        int baseline = TITLE_PX + 2 * EDGE_PX + TEXT_PX / 2;
        for (Fault fault : new TreeSet<>(ruling.reasons())) {
            write(pen, Lettering.BOLD, "• " + texts.say(fault.textKey()), EDGE_PX, baseline, TEXT_PX, INK);
            baseline += LINE_PX;
        }
        double x = EDGE_PX;
        for (Tone each : Tone.values()) {
            pen.setColor(each.colour());
            pen.setStroke(new BasicStroke(4));
            pen.draw(new Rectangle2D.Double(x + 2, baseline - TEXT_PX * 0.66, TEXT_PX * 0.66, TEXT_PX * 0.66));
            x = 40 + write(pen, Lettering.REGULAR, texts.say(each.textKey()), x + 32, baseline, TEXT_PX, INK);
        }
    }

    private static Tone toneOf(Status status) {
        return switch (status) {
            case INVALID -> Tone.FAULT;
            case REVIEW, EXCLUDED -> Tone.DOUBT;
            case COUNTED -> Tone.ACCEPTED;
        };
    }

    private Panel panel(FlaggedPage page) throws IOException {
        // Streams kept in memory: by itself ImageIO would write every ballot to a temporary file as well.
        BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(page.picture())));
        if (image == null) {
            throw new IOException("No picture of " + page.page());
        }
        List<String> over = new ArrayList<>(NoteColumn.wrap(
                texts.say(
                        "flagged.page",
                        page.page().scan(),
                        String.valueOf(page.page().number())),
                PAGE_PX + STRIP_PX - 2 * EDGE_PX));
        page.notes().forEach(note -> over.addAll(NoteColumn.wrap(note, PAGE_PX + STRIP_PX - 2 * EDGE_PX)));
        int pagePx = image.getHeight() * PAGE_PX / image.getWidth();
        double pxPerMm = (double) PAGE_PX / image.getWidth() * page.pixelsPerMm();
        List<Note> notes = NoteColumn.place(page.callouts(), pxPerMm, STRIP_PX - 2 * EDGE_PX, pagePx);
        int notesEnd = notes.stream().mapToInt(Note::bottomPx).max().orElse(0);
        return new Panel(page, image, notes, over, (over.size() + 1) * LINE_PX + Math.max(pagePx, notesEnd) + EDGE_PX);
    }

    private void drawPanel(Graphics2D pen, Panel panel) {
        int baseline = LINE_PX;
        for (String line : panel.over()) {
            write(pen, Lettering.REGULAR, line, EDGE_PX, baseline, TEXT_PX, INK);
            baseline += LINE_PX;
        }
        BufferedImage image = panel.image();
        pen.translate(0, panel.pageTopPx());
        pen.drawImage(image, 0, 0, PAGE_PX, image.getHeight() * PAGE_PX / image.getWidth(), null);
        double pxPerMm = (double) PAGE_PX / image.getWidth() * panel.page().pixelsPerMm();
        panel.page().callouts().forEach(callout -> outline(pen, callout, pxPerMm));
        panel.notes().forEach(note -> drawNote(pen, note, pxPerMm));
        pen.translate(0, -panel.pageTopPx());
    }

    private static void outline(Graphics2D pen, Callout callout, double pxPerMm) {
        pen.setColor(callout.tone().colour());
        boolean loud = callout.tone() == Tone.FAULT || callout.tone() == Tone.DOUBT;
        pen.setStroke(new BasicStroke(loud ? 4 : 2.5f));
        callout.boxes().forEach(box -> pen.draw(pixels(box, pxPerMm)));
    }

    /** The thin line to the words is half clear, since it may cross other cells. */
    private static void drawNote(Graphics2D pen, Note note, double pxPerMm) {
        pen.setColor(note.callout().tone().colour());
        int middle = note.topPx() + note.heightPx() / 2;
        Composite solid = pen.getComposite();
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.45f));
        pen.setStroke(new BasicStroke(2.5f));
        PaperBox nearest = note.callout().boxes().stream()
                .max(Comparator.comparingDouble(PaperBox::rightMm))
                .orElseThrow();
        Rectangle2D box = pixels(nearest, pxPerMm);
        pen.draw(new Line2D.Double(box.getMaxX(), box.getCenterY(), PAGE_PX + 8.0, middle));
        pen.setComposite(solid);
        pen.fillRect(PAGE_PX + 8, note.topPx(), 6, note.heightPx());
        int baseline = note.topPx() + TEXT_PX;
        for (String line : note.lines()) {
            write(pen, Lettering.REGULAR, line, PAGE_PX + EDGE_PX, baseline, TEXT_PX, INK);
            baseline += LINE_PX;
        }
    }

    private static Rectangle2D pixels(PaperBox box, double pxPerMm) {
        return new Rectangle2D.Double(
                box.xMm() * pxPerMm, box.yMm() * pxPerMm, box.widthMm() * pxPerMm, box.heightMm() * pxPerMm);
    }

    /** {@return where the line ends} */
    private static double write(
            Graphics2D pen, Lettering letters, String text, double x, double baseline, int sizePx, Color colour) {
        pen.setColor(colour);
        pen.fill(letters.outline(text, x, baseline, sizePx));
        return x + letters.widthPx(text, sizePx);
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
