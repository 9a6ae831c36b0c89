package vn.kiemphieu.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.intake.PageId;

/** Some sheets scanned into one file, by one scanner with one setting. */
record Stack(String name, Feed feed, List<Side> sides, long seed) {

    Stack {
        sides = List.copyOf(sides);
    }

    /**
     * One side to be scanned.
     *
     * @param page of the form, from 1; 0 is a bare back
     * @param deeds those done to the paper and those done in scanning
     */
    record Side(MarkedBallot ballot, int scanning, int page, Set<Deed> deeds) {

        Side with(Deed deed) {
            Set<Deed> all = EnumSet.copyOf(deeds);
            all.remove(Deed.HONEST);
            all.add(deed);
            return new Side(ballot, scanning, page, all);
        }
    }

    /** A file, and the truth about its pages. */
    record Scanned(String name, byte[] bytes, List<PageTruth> pages) {

        /** Writes the file and lets go of its bytes: a deck of thousands would not fit into memory. */
        Scanned laidInto(Path folder) {
            try {
                Files.write(folder.resolve(name), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Scanned(name, new byte[0], pages);
        }

        Scanned readFrom(Path folder) throws IOException {
            return new Scanned(name, Files.readAllBytes(folder.resolve(name)), pages);
        }
    }

    Scanned scanned(BallotForm form, Darkroom darkroom, Function<List<Darkroom.Shot>, byte[]> pdf) {
        Random random = Lots.of(seed, 0);
        double dpi = feed.resolved(random);
        List<Darkroom.Shot> shots = new ArrayList<>();
        List<PageTruth> truths = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            FormPage page = form.pages().get(Math.max(0, side.page() - 1));
            ScanRecipe recipe =
                    Scanner.recipe(feed.kind(), page, dpi, feed.packing().output(feed.kind()), random);
            shots.add(shot(darkroom, page, side, recipe, random));
            truths.add(truth(form, turned(side, page, recipe), new PageId(name, i + 1)));
        }
        return new Scanned(name, bytes(shots, pdf), truths);
    }

    private static Darkroom.Shot shot(Darkroom darkroom, FormPage page, Side side, ScanRecipe recipe, Random random) {
        if (side.deeds().contains(Deed.FOREIGN_PAGE)) {
            return darkroom.exposeBack(page, Misfortune.letter(page, random), recipe);
        }
        List<Ink> front = side.ballot().pages().get(Math.max(0, side.page() - 1));
        return side.page() == 0
                ? darkroom.exposeBack(page, shiningThrough(front, page, random), recipe)
                : darkroom.expose(page, front, recipe);
    }

    /** What a strong light shows of the front: its mirror image, as faint as 3 to 6 per cent. */
    private static List<Ink> shiningThrough(List<Ink> front, FormPage page, Random random) {
        if (random.nextBoolean()) {
            return List.of();
        }
        double density = 0.03 + 0.03 * random.nextDouble();
        return front.stream()
                .map(ink -> new Ink(
                        ink.pen().faded(density),
                        ink.strokes().stream()
                                .map(s -> s.moved(p -> new PenPoint(page.widthMm() - p.x(), p.y(), p.press())))
                                .toList()))
                .toList();
    }

    private static Side turned(Side side, FormPage page, ScanRecipe recipe) {
        double x = page.widthMm() / 2;
        boolean down = recipe.passage().toPixel(x, 0)[1] > recipe.passage().toPixel(x, page.heightMm())[1];
        return down && side.page() > 0 ? side.with(Deed.UPSIDE_DOWN) : side;
    }

    private byte[] bytes(List<Darkroom.Shot> shots, Function<List<Darkroom.Shot>, byte[]> pdf) {
        return switch (feed.packing()) {
            case JPEGS, PNGS -> shots.get(0).bytes();
            case PDF, DUPLEX_PDF, G4_PDF -> pdf.apply(shots);
            case G4_TIFF -> TiffBook.of(shots);
        };
    }

    private static PageTruth truth(BallotForm form, Side side, PageId id) {
        Expectation kh = under(Profile.KH_BDT_2023, side, form.officials());
        Expectation qd = under(Profile.QD_96, side, form.officials());
        if (side.page() == 0) {
            return new PageTruth(id, 0, 0, 0, List.of(), side.deeds(), kh, qd);
        }
        List<RowTruth> rows = form.pages().get(side.page() - 1).rows().stream()
                .map(r -> side.ballot().rows().get(r.official() - 1))
                .toList();
        return new PageTruth(id, side.ballot().number(), side.scanning(), side.page(), rows, side.deeds(), kh, qd);
    }

    private static Expectation under(Profile profile, Side side, int officials) {
        return side.deeds().stream().map(d -> d.under(profile, officials)).reduce(Expectation.COUNTED, Expectation::or);
    }
}
