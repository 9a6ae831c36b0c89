package vn.kiemphieu.rehearsal;

import java.util.List;
import java.util.Random;

/**
 * One pile of ballots put through one scanner with one setting, into one file or into single files.
 *
 * @param sheets how many ballots are in the pile
 * @param dpi dots per inch, or 0 where the lot decides
 */
record Feed(ScanKind kind, Packing packing, int sheets, double dpi) {

    /** The piles of the samples: every kind of file, and small enough to lie in a repository. */
    static final List<Feed> SAMPLES = List.of(
            new Feed(ScanKind.OFFICE, Packing.DUPLEX_PDF, 8, 200),
            new Feed(ScanKind.BILEVEL, Packing.G4_TIFF, 12, 300),
            new Feed(ScanKind.OFFICE, Packing.JPEGS, 6, 150),
            new Feed(ScanKind.POOR, Packing.JPEGS, 6, 150),
            new Feed(ScanKind.GREY, Packing.PDF, 6, 150),
            new Feed(ScanKind.BILEVEL, Packing.G4_PDF, 8, 200),
            new Feed(ScanKind.PHOTO, Packing.JPEGS, 3, 170),
            new Feed(ScanKind.GREY, Packing.PNGS, 1, 150),
            new Feed(ScanKind.OFFICE, Packing.JPEGS, 1, 200),
            new Feed(ScanKind.GREY, Packing.JPEGS, 100, 150));

    private static final List<ScanKind> ALL_KINDS =
            List.of(ScanKind.OFFICE, ScanKind.GREY, ScanKind.BILEVEL, ScanKind.POOR, ScanKind.PHOTO);

    /** {@return the n-th pile, from 0, of a deck scanned that way} */
    static Feed of(ScanKind wanted, int n) {
        List<ScanKind> kinds = wanted == ScanKind.MIXED ? ALL_KINDS : List.of(wanted);
        ScanKind kind = kinds.get(n % kinds.size());
        Packing packing = Packing.of(kind, n / kinds.size());
        return new Feed(kind, packing, packing.sheets(), 0);
    }

    /**
     * {@return this pile, or one in colour where these ballots hold what such a scan cannot show: one bit a pixel loses a
     * faint mark altogether, and without colour nobody can tell a copied stamp from a real one}
     */
    Feed fitFor(List<MarkedBallot> ballots) {
        boolean grey = kind == ScanKind.GREY || kind == ScanKind.BILEVEL;
        boolean lost = ballots.stream()
                .anyMatch(b -> kind == ScanKind.BILEVEL && b.deeds().contains(Deed.FAINT_MARK)
                        || grey && b.deeds().contains(Deed.STAMP_COPIED));
        return lost ? new Feed(ScanKind.OFFICE, sheets == 1 ? Packing.JPEGS : Packing.PDF, sheets, dpi) : this;
    }

    double resolved(Random random) {
        double lot = Scanner.dpi(kind, random);
        return dpi > 0 ? dpi : lot;
    }
}
