package vn.kiemphieu.rehearsal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import vn.kiemphieu.form.BallotForm;
import vn.kiemphieu.form.FormPage;
import vn.kiemphieu.intake.PageId;

/**
 * Some ballots scanned into one file, by one scanner with one setting.
 *
 * @param kind any but mixed
 */
record Stack(String name, ScanKind kind, Packing packing, List<Sheet> sheets, long seed) {

    /**
     * One side to be scanned.
     *
     * @param page from 1; 0 is a bare back
     */
    record Sheet(MarkedBallot ballot, int page, Set<Deed> deeds) {}

    /** A file, and the truth about its pages. */
    record Scanned(String name, byte[] bytes, List<PageTruth> pages) {}

    /** Deals a deck's ballots onto files. */
    static List<Stack> dealt(BallotForm form, DeckOrder order, List<MarkedBallot> ballots) {
        List<Stack> stacks = new ArrayList<>();
        List<ScanKind> kinds = order.kind() == ScanKind.MIXED
                ? List.of(ScanKind.OFFICE, ScanKind.GREY, ScanKind.BILEVEL, ScanKind.POOR, ScanKind.PHOTO)
                : List.of(order.kind());
        int at = 0;
        for (int n = 0; at < ballots.size(); n++) {
            ScanKind kind = kinds.get(n % kinds.size());
            Packing packing = Packing.of(kind, n / kinds.size());
            int take = Math.min(packing.sheets(), ballots.size() - at);
            List<MarkedBallot> some = ballots.subList(at, at + take);
            at += take;
            stacks.addAll(of(form, n + 1, kind, packing, some, order.seed() * 7919 + n));
        }
        return stacks;
    }

    private static List<Stack> of(
            BallotForm form, int n, ScanKind kind, Packing packing, List<MarkedBallot> ballots, long seed) {
        List<Sheet> sheets = new ArrayList<>();
        for (MarkedBallot ballot : ballots) {
            for (FormPage page : form.pages()) {
                sheets.add(new Sheet(ballot, page.number(), ballot.deeds()));
            }
            if (packing.backs() && form.pages().size() % 2 == 1) {
                sheets.add(new Sheet(ballot, 0, EnumSet.of(Deed.BLANK_BACK)));
            }
        }
        String stem = String.format(Locale.ROOT, "%s-%04d", kind.word(), n);
        if (!packing.single()) {
            return List.of(new Stack(stem + "." + packing.ending(), kind, packing, sheets, seed));
        }
        List<Stack> each = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            String name = sheets.size() == 1 ? stem : stem + "-" + (i + 1);
            each.add(new Stack(name + "." + packing.ending(), kind, packing, sheets.subList(i, i + 1), seed * 31 + i));
        }
        return each;
    }

    Scanned scanned(BallotForm form, Darkroom darkroom, Function<List<Darkroom.Shot>, byte[]> pdf) {
        Random random = new Random(seed);
        double dpi = Scanner.dpi(kind, random);
        List<Darkroom.Shot> shots = new ArrayList<>();
        List<PageTruth> truths = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            FormPage page = form.pages().get(Math.max(0, sheet.page() - 1));
            ScanRecipe recipe = Scanner.recipe(kind, page, dpi, packing.output(kind), random);
            shots.add(
                    sheet.page() == 0
                            ? darkroom.exposeBack(page, List.of(), recipe)
                            : darkroom.expose(page, sheet.ballot().pages().get(sheet.page() - 1), recipe));
            truths.add(truth(form, sheet, new PageId(name, i + 1)));
        }
        return new Scanned(name, bytes(shots, pdf), truths);
    }

    private byte[] bytes(List<Darkroom.Shot> shots, Function<List<Darkroom.Shot>, byte[]> pdf) {
        return switch (packing) {
            case JPEGS, PNGS -> shots.get(0).bytes();
            case PDF, DUPLEX_PDF, G4_PDF -> pdf.apply(shots);
            case G4_TIFF -> TiffBook.of(shots);
        };
    }

    private static PageTruth truth(BallotForm form, Sheet sheet, PageId id) {
        if (sheet.page() == 0) {
            return new PageTruth(id, 0, 0, List.of(), sheet.deeds(), Expectation.EXCLUDED, Expectation.EXCLUDED);
        }
        FormPage page = form.pages().get(sheet.page() - 1);
        List<RowTruth> rows = page.rows().stream()
                .map(r -> sheet.ballot().rows().get(r.official() - 1))
                .toList();
        return new PageTruth(
                id,
                sheet.ballot().number(),
                sheet.page(),
                rows,
                sheet.deeds(),
                sheet.ballot().under(Profile.KH_BDT_2023),
                sheet.ballot().under(Profile.QD_96));
    }
}
