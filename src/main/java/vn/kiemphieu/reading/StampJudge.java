package vn.kiemphieu.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.form.PaperBox;
import vn.kiemphieu.form.PaperPoint;
import vn.kiemphieu.form.StampPlace;
import vn.kiemphieu.reading.Survey.Depth;
import vn.kiemphieu.reading.Survey.Ring;
import vn.kiemphieu.reading.Survey.Stranger;

/** Says whether the ballot carries its stamp: a round one, of the right size, at its place, and in colour scans a red one. */
final class StampJudge {

    /**
     * Whether there is a stamp, and which ink it explains; what poses as one is told once, not piece by piece.
     *
     * @param isOpen whether it may be a stamp in pieces, without colour to tell
     */
    record Verdict(
            Optional<Finding> finding,
            Optional<Ring> ring,
            Optional<StampPlace> missing,
            boolean real,
            boolean isOpen) {

        boolean explains(InkPiece piece) {
            if (ring.isPresent() && liesIn(piece, ring.get(), real)) {
                return true;
            }
            return piece.redness() > 0.5 && holdsInPlaceOfStamp(piece.box());
        }

        /** {@return whether that may be a piece of a broken stamp, so that nothing can be certain of it} */
        boolean mayHold(PaperBox box) {
            return isOpen && holdsInPlaceOfStamp(box);
        }

        /** {@return whether what is no stamp, at the stamp's place, has been reported as such already} */
        boolean holdsInPlaceOfStamp(PaperBox box) {
            return missing.isPresent()
                    && missing.get()
                            .around()
                            .grown(missing.get().diameterMm() / 2)
                            .contains(box);
        }

        /**
         * {@return doubt around all that a pen wrote over the stamp} Its strokes hang together with the stamp's, so that the piece as a
         * whole is the stamp's. A stamp that is crossed out says that the ballot is not valid.
         */
        Optional<Finding> writingOver(Survey survey) {
            boolean grey = survey.depth() == Depth.GREY;
            double least = grey ? WRITTEN_IN_GREY_MM : WRITTEN_MM;
            List<Stranger> written = survey.strangers().stream()
                    .filter(s -> real && s.extentMm() >= least && !(grey && s.isBlot()) && explains(s.of()))
                    .toList();
            double longest =
                    written.stream().mapToDouble(Stranger::extentMm).max().orElse(0);
            return written.stream()
                    .map(Stranger::box)
                    .reduce(PaperBox::and)
                    .map(where -> new Finding(
                            Finding.Kind.ADDITION, OptionalInt.empty(), where, false, clip(longest / least - 1)));
        }

        private static boolean liesIn(InkPiece piece, Ring ring, boolean real) {
            if (piece.box().overlapMm2(ring.around()) == 0) {
                return false;
            }
            double reach = ring.reachMm();
            PaperPoint c = ring.centre();
            InkMask m = piece.mask();
            int in = 0;
            int all = 0;
            for (int y = 0; y < m.heightPx(); y++) {
                for (int x = 0; x < m.widthPx(); x++) {
                    if (m.at(x, y)) {
                        double dx = (m.leftPx() + x + 0.5) / m.pixelsPerMm() - c.xMm();
                        double dy = (m.topPx() + y + 0.5) / m.pixelsPerMm() - c.yMm();
                        in += dx * dx + dy * dy < reach * reach ? 1 : 0;
                        all++;
                    }
                }
            }
            return in >= 0.92 * all
                    && (ring.red() < 0.5 || !real || piece.redness() > LEAST_RED || piece.areaMm2() < 1);
        }
    }

    /**
     * Of a stamp's own ink, in a scan that has colour. A JPEG holds colour at half the size and coarsely: of a thin rim with letters in one of
     * low quality a quarter of the pixels was still red. Pens that write into a stamp were not measured: blue and black have no red of their own.
     */
    private static final double LEAST_RED = 0.15;

    /**
     * From this length on, what is no stamp's ink is a pen's. Colour runs out over the blocks of a JPEG: of stamps on drawn decks up to 1.5 mm that
     * hung together was not red. Numbers written over stamps had 2.5 mm and more, X's and words 3 mm.
     */
    private static final double WRITTEN_MM = 2;

    /** In grey only darkness tells, and where its ink stood thick a stamp may be darker than its rim. */
    private static final double WRITTEN_IN_GREY_MM = 1.5;

    /** Along this share of a true circle: on three drawn decks stamps had 0.83 and more, rings drawn by hand 0.79 at most. */
    private static final double SURE_COVERAGE = 0.81;

    /** A ring that strays outside its circle must lie on the rest of it the better: stamps that are doubled do. */
    private static final double FOR_STRAYING = 0.25;

    private static final double MOST_STRAYING = 0.5;

    /**
     * A stamp's rim keeps this close to its circle: on ten drawn decks of all kinds of scan 790 stamps strayed by 0.16 mm at most,
     * eleven rings drawn by hand by 0.19 to 0.32.
     */
    private static final double MOST_WOBBLE_MM = 0.17;

    /**
     * Where ink strays outside the circle, as much closer, in mm for all of it: stamps that were doubled do so with up to 18 % and
     * wobble by 0.05 mm, a ring drawn twice over with 43 %.
     */
    private static final double WOBBLE_FOR_STRAYING_MM = 0.1;

    private static final double WOBBLE_SCALE_MM = 0.1;

    private static final double SOME_COVERAGE = 0.33;

    /** Star and words cover a tenth of the disc and more; a ring drawn by hand next to nothing. */
    private static final double SURE_INSIDE = 0.035;

    /** A ring with less in it is empty. */
    private static final double NEXT_TO_NOTHING = 0.011;

    /**
     * As round as this no hand draws, and less of a stamp suffices the rounder it is. In 1-bit scans thin and pale ink is lost: of 291 rings
     * on 13 decks 275 wobbled less, with down to 0.58 of their circle and 0.009 of their disc inked; those drawn by hand by 0.2 mm and more.
     */
    private static final double PLAIN_WOBBLE_MM = 0.1;

    /** Rounder than the bound by this, a ring is as round as stamps mostly are. */
    private static final double ROUND_SCALE_MM = 0.05;

    /** With more ink outside the circle it is not plainly round. */
    private static final double LITTLE_BEYOND = 0.1;

    /** Of the circle, for the roundest: 70 % is enough. */
    private static final double LESS_COVERAGE = 0.11;

    /** Of the disc, for the roundest: 2 % is enough. */
    private static final double LESS_INSIDE = 0.015;

    /** Red on grey scans is lighter than print; a copy in black is as dark. */
    private static final double BLACK_FROM = 0.88;

    private StampJudge() {}

    static Verdict judge(Survey survey, FormPage form) {
        if (form.stamp().isEmpty()) {
            return new Verdict(Optional.empty(), Optional.empty(), Optional.empty(), false, false);
        }
        StampPlace place = form.stamp().get();
        Optional<Ring> ring = survey.ring().filter(r -> r.coverage() > SOME_COVERAGE);
        if (ring.isEmpty()) {
            double coverage = survey.ring().map(Ring::coverage).orElse(0.0);
            double margin = clip((SOME_COVERAGE - coverage) / SOME_COVERAGE);
            boolean certain = survey.depth() == Depth.COLOUR || margin > 0.3;
            Depth depth = survey.depth();
            return missing(place, Optional.empty(), place.around(), depth, certain && depth != Depth.BILEVEL, margin);
        }
        return judged(ring.get(), place, survey.depth());
    }

    private static Verdict judged(Ring ring, StampPlace place, Depth depth) {
        PaperBox where = new PaperBox(
                ring.centre().xMm() - ring.radiusMm(),
                ring.centre().yMm() - ring.radiusMm(),
                2 * ring.radiusMm(),
                2 * ring.radiusMm());
        double straying = Math.min(ring.beyond(), MOST_STRAYING);
        double round = ring.beyond() > LITTLE_BEYOND ? 0 : clip((PLAIN_WOBBLE_MM - ring.wobbleMm()) / ROUND_SCALE_MM);
        double sure = SURE_COVERAGE - round * LESS_COVERAGE + FOR_STRAYING * straying;
        double shows = (ring.coverage() - sure) / (1 - SURE_COVERAGE);
        double hasWords = (ring.inside() - SURE_INSIDE + round * LESS_INSIDE) / 0.06;
        double isRound = (MOST_WOBBLE_MM - WOBBLE_FOR_STRAYING_MM * straying - ring.wobbleMm()) / WOBBLE_SCALE_MM;
        double margin = Math.min(isRound, Math.min(shows, hasWords));
        if (depth == Depth.COLOUR && ring.red() < 0.5) {
            return missing(place, Optional.of(ring), where, depth, true, clip((ring.coverage() - SOME_COVERAGE) / 0.5));
        }
        if (depth == Depth.GREY) {
            margin = Math.min(margin, (BLACK_FROM - ring.darkness()) / 0.3);
        }
        if (margin <= 0) {
            return missing(
                    place,
                    Optional.of(ring),
                    where,
                    depth,
                    ring.inside() < NEXT_TO_NOTHING && shows > 0.3 && depth != Depth.BILEVEL,
                    clip(-margin / 2));
        }
        Finding stamp = new Finding(Finding.Kind.STAMP, OptionalInt.empty(), where, true, clip(margin));
        return new Verdict(Optional.of(stamp), Optional.of(ring), Optional.empty(), true, false);
    }

    private static Verdict missing(
            StampPlace place, Optional<Ring> ring, PaperBox where, Depth depth, boolean certain, double margin) {
        Finding finding = new Finding(Finding.Kind.STAMP_MISSING, OptionalInt.empty(), where, certain, margin);
        return new Verdict(Optional.of(finding), ring, Optional.of(place), false, depth != Depth.COLOUR && !certain);
    }

    private static double clip(double margin) {
        return Math.max(0, Math.min(1, margin));
    }
}
