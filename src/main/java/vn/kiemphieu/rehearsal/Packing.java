package vn.kiemphieu.rehearsal;

import vn.kiemphieu.rehearsal.ScanRecipe.Output;

/** The kinds of file that scanners leave: what a page is kept as, how many sheets go into one file, and whether backs do. */
enum Packing {
    JPEGS("jpg", 1, false),
    PNGS("png", 1, false),
    PDF("pdf", 6, false),
    /** A scanner that takes both sides and keeps the empty ones. */
    DUPLEX_PDF("pdf", 6, true),
    G4_TIFF("tif", 8, false),
    G4_PDF("pdf", 6, true);

    private final String ending;
    private final int sheets;
    private final boolean backs;

    Packing(String ending, int sheets, boolean backs) {
        this.ending = ending;
        this.sheets = sheets;
        this.backs = backs;
    }

    String ending() {
        return ending;
    }

    int sheets() {
        return sheets;
    }

    boolean backs() {
        return backs;
    }

    boolean single() {
        return sheets == 1;
    }

    /** {@return the packing of the n-th file of a deck scanned that way} */
    static Packing of(ScanKind kind, int n) {
        Packing[] turn = switch (kind) {
            case OFFICE, GREY -> new Packing[] {JPEGS, JPEGS, DUPLEX_PDF, JPEGS, PDF, JPEGS, PNGS};
            case BILEVEL -> new Packing[] {G4_TIFF, G4_PDF, PNGS};
            case POOR -> new Packing[] {JPEGS, JPEGS, PDF, JPEGS, DUPLEX_PDF};
            case PHOTO, MIXED -> new Packing[] {JPEGS};
        };
        return turn[n % turn.length];
    }

    Output output(ScanKind kind) {
        boolean grey = kind == ScanKind.GREY || kind == ScanKind.BILEVEL;
        return switch (this) {
            case G4_TIFF, G4_PDF -> Output.BITS;
            case PNGS -> grey ? Output.GREY_PNG : Output.COLOUR_PNG;
            default -> grey ? Output.GREY_JPEG : Output.COLOUR_JPEG;
        };
    }
}
