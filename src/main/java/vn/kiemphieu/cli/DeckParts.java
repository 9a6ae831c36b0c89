package vn.kiemphieu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import vn.kiemphieu.papers.ImagePdf;
import vn.kiemphieu.rehearsal.Darkroom;
import vn.kiemphieu.rehearsal.DeckMaker;
import vn.kiemphieu.rehearsal.ScanRecipe;

/** Puts a deck maker together from the rooms that may not know each other. */
public final class DeckParts {

    private DeckParts() {}

    /** {@return a deck maker with the program's own hands; whoever made the darkroom closes it} */
    public static DeckMaker deckMaker(Darkroom darkroom) {
        return new DeckMaker(darkroom, DeckParts::pdf);
    }

    static byte[] pdf(List<Darkroom.Shot> shots) {
        try {
            return ImagePdf.of(shots.stream().map(DeckParts::leaf).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImagePdf.Leaf leaf(Darkroom.Shot shot) {
        return new ImagePdf.Leaf(
                shot.bytes(), shot.output() == ScanRecipe.Output.BITS, shot.widthPx(), shot.heightPx(), shot.dpi());
    }
}
