package vn.kiemphieu.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import vn.kiemphieu.form.BallotForm;

/**
 * Makes a deck: fills in ballots, scans them into files, and tells the truth about every page. The same form and order
 * give the same bytes, whatever the number of cores.
 */
public final class DeckMaker {

    /** Hands that the program draws by a model of its own. */
    public static final Function<Random, Repertoire> OWN_HANDS = DrawnHand::new;

    /** In a handful of ballots a copy and a stranger would be most of the deck. */
    private static final int FEWEST_FOR_MISFORTUNES = 12;

    private final Darkroom darkroom;
    private final Function<List<Darkroom.Shot>, byte[]> pdf;
    private final Function<Random, Repertoire> hands;

    /**
     * @param pdf binds scanned pages into one PDF
     * @param hands a new voter's manner of drawing
     */
    public DeckMaker(Darkroom darkroom, Function<List<Darkroom.Shot>, byte[]> pdf, Function<Random, Repertoire> hands) {
        this.darkroom = darkroom;
        this.pdf = pdf;
        this.hands = hands;
    }

    /** The same with hands of the program's own. */
    public DeckMaker(Darkroom darkroom, Function<List<Darkroom.Shot>, byte[]> pdf) {
        this(darkroom, pdf, OWN_HANDS);
    }

    /** {@return the truth about every page of the deck, which lies in {@code scans} when this returns} */
    public Truth make(BallotForm form, DeckOrder order, Path scans) throws IOException {
        return make(form, ballots(form, order), order, n -> Feed.of(order.kind(), n), scans);
    }

    /** {@return the truth about the deck of the samples: every deed once, every kind of file, few megabytes} */
    public Truth makeSamples(BallotForm form, int ballots, long seed, Path scans) throws IOException {
        int deeds = possible(form, ScanKind.MIXED).size();
        DeckOrder order = new DeckOrder(ballots, seed, ScanKind.MIXED, Math.min(1, (deeds + 0.5) / ballots), true);
        return make(
                form,
                colourFirst(ballots(form, order)),
                order,
                n -> Feed.SAMPLES.get(Math.min(n, Feed.SAMPLES.size() - 1)),
                scans);
    }

    /** {@return the truth about a deck that an office scanner left as single colour JPEGs of that resolution} */
    public Truth makeColourJpegs(BallotForm form, DeckOrder order, int dpi, Path scans) throws IOException {
        Feed feed = new Feed(ScanKind.OFFICE, Packing.JPEGS, 1, dpi);
        return make(form, ballots(form, order), order, n -> feed, scans);
    }

    private Truth make(
            BallotForm form, List<MarkedBallot> ballots, DeckOrder order, IntFunction<Feed> feeds, Path scans)
            throws IOException {
        Files.createDirectories(scans);
        List<Stack.Scanned> files = new ArrayList<>(stacks(form, ballots, order, feeds).parallelStream()
                .map(s -> s.scanned(form, darkroom, pdf))
                .map(f -> f.laidInto(scans))
                .toList());
        if (order.misfortunes() && order.ballots() >= FEWEST_FOR_MISFORTUNES) {
            files.addAll(spoilt(files, order, scans));
        }
        return new Truth(files.stream().flatMap(f -> f.pages().stream()).toList());
    }

    private static List<Stack> stacks(
            BallotForm form, List<MarkedBallot> ballots, DeckOrder order, IntFunction<Feed> feeds) {
        Dealer dealer = new Dealer(form, order.seed(), feeds);
        List<MarkedBallot> twice = order.misfortunes() && order.ballots() >= FEWEST_FOR_MISFORTUNES
                ? scannedTwice(ballots, times(order))
                : List.of();
        List<Stack> stacks = new ArrayList<>(dealer.dealt(ballots.stream()
                .map(b -> twice.contains(b) ? b.with(Deed.SCANNED_TWICE) : b)
                .toList()));
        for (MarkedBallot ballot : twice) {
            stacks.addAll(dealer.again(ballot.with(Deed.SCANNED_TWICE)));
            stacks.addAll(dealer.alien(ballot, Deed.FOREIGN_PAGE));
        }
        return stacks;
    }

    /** Only countable ballots: of a broken one nobody would notice that it came twice. */
    private static List<MarkedBallot> scannedTwice(List<MarkedBallot> ballots, int times) {
        return ballots.stream()
                .filter(b -> b.deeds().equals(Set.of(Deed.HONEST)))
                .limit(times)
                .toList();
    }

    private static List<Stack.Scanned> spoilt(List<Stack.Scanned> files, DeckOrder order, Path scans)
            throws IOException {
        Random random = Lots.of(order.seed(), -2);
        List<Stack.Scanned> singles =
                files.stream().filter(f -> f.pages().size() == 1).toList();
        List<Stack.Scanned> models = singles.isEmpty() ? files : singles;
        List<Stack.Scanned> spoilt = new ArrayList<>();
        for (int i = 0; i < times(order); i++) {
            Stack.Scanned first = models.get(i % models.size()).readFrom(scans);
            Stack.Scanned second = models.get((i + 1) % models.size()).readFrom(scans);
            spoilt.add(Misfortune.copied(first).laidInto(scans));
            spoilt.add(Misfortune.corrupt(second, i, random).laidInto(scans));
        }
        return spoilt;
    }

    private static int times(DeckOrder order) {
        return 1 + order.ballots() / 60;
    }

    /** The samples begin with a pile in colour; there lies what a grey scan cannot show. */
    private static List<MarkedBallot> colourFirst(List<MarkedBallot> ballots) {
        Set<Deed> colour = EnumSet.of(Deed.STAMP_COPIED, Deed.FAINT_MARK);
        return ballots.stream()
                .sorted(Comparator.comparing(b -> b.deeds().stream().noneMatch(colour::contains)))
                .toList();
    }

    private List<MarkedBallot> ballots(BallotForm form, DeckOrder order) {
        List<Set<Deed>> deeds = deeds(form, order);
        List<MarkedBallot> ballots = new ArrayList<>();
        for (int i = 0; i < order.ballots(); i++) {
            Random random = Lots.of(order.seed(), i);
            Voter voter = Voter.any(hands.apply(random), random);
            ballots.add(new Booth(form, darkroom, voter, random).fill(i + 1, deeds.get(i)));
        }
        return ballots;
    }

    /** Deals the deeds so that each comes about equally often, in an order that the seed shuffles. */
    private static List<Set<Deed>> deeds(BallotForm form, DeckOrder order) {
        Random random = Lots.of(order.seed(), -1);
        List<Deed> possible = possible(form, order.kind());
        List<Deed> bag = new ArrayList<>();
        List<Set<Deed>> dealt = new ArrayList<>();
        for (int i = 0; i < order.ballots(); i++) {
            // Spread evenly: the i-th ballot is odd where the running share passes a whole number.
            boolean odd = Math.floor((i + 1) * order.oddShare()) > Math.floor(i * order.oddShare());
            Set<Deed> deeds = EnumSet.noneOf(Deed.class);
            if (odd) {
                if (bag.isEmpty()) {
                    bag.addAll(possible);
                    java.util.Collections.shuffle(bag, random);
                }
                deeds.add(bag.remove(bag.size() - 1));
            }
            if (random.nextDouble() < 0.25 && possible.contains(Deed.SIGNED_IN_ZONE)) {
                deeds.add(Deed.SIGNED_IN_ZONE);
            }
            dealt.add(deeds.isEmpty() ? EnumSet.of(Deed.HONEST) : deeds);
        }
        return dealt;
    }

    private static List<Deed> possible(BallotForm form, ScanKind kind) {
        List<Deed> possible = new ArrayList<>();
        boolean zone = form.pages().stream().anyMatch(p -> p.signature().isPresent());
        boolean stamp = form.pages().stream().anyMatch(p -> p.stamp().isPresent());
        boolean position =
                form.pages().get(0).rows().stream().allMatch(r -> r.position().isPresent());
        for (Deed deed : Deed.values()) {
            boolean can = switch (deed) {
                case HONEST -> false;
                case SIGNED_IN_ZONE -> zone;
                case ADDED_BY_POSITION -> position;
                case STAMP_COPIED -> stamp && kind != ScanKind.GREY && kind != ScanKind.BILEVEL;
                case FAINT_MARK -> kind != ScanKind.BILEVEL;
                case PAGE_MISSING, PAGES_SWAPPED -> form.pages().size() > 1;
                default -> deed.on() != Deed.On.DECK && (stamp || deed.on() != Deed.On.STAMP);
            };
            if (can) {
                possible.add(deed);
            }
        }
        return possible;
    }
}
