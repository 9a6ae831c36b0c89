package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.kiemphieu.rehearsal.DeckMaker;
import vn.kiemphieu.rehearsal.RecordedHands;
import vn.kiemphieu.rehearsal.Repertoire;

/** Whose hands mark a deck, by the option {@code --strokes}. */
final class Hands {

    private Hands() {}

    /** {@return the hands recorded in that file, of people whom nothing was learnt from, or the program's own where none is named} */
    static Function<Random, Repertoire> toJudgeBy(@Nullable Path strokes, Console console) throws IOException {
        return from(strokes, RecordedHands.People.KEPT_ASIDE, hands -> hands::voter, console);
    }

    /** {@return hands of the people who teach, two in five of them put together from two people's strokes} */
    static Function<Random, Repertoire> toLearnFrom(@Nullable Path strokes, Console console) throws IOException {
        return from(
                strokes,
                RecordedHands.People.TEACHERS,
                hands -> random -> random.nextInt(5) < 2 ? hands.mixed(random) : hands.voter(random),
                console);
    }

    private static Function<Random, Repertoire> from(
            @Nullable Path strokes,
            RecordedHands.People people,
            Function<RecordedHands, Function<Random, Repertoire>> manners,
            Console console)
            throws IOException {
        if (strokes == null) {
            return DeckMaker.OWN_HANDS;
        }
        try {
            return manners.apply(RecordedHands.from(strokes, people));
        } catch (NoSuchElementException e) {
            throw new Failure(console.say("rehearsal.no-strokes", strokes)).causedBy(e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Failure(console.say("rehearsal.bad-strokes", strokes, String.valueOf(e.getMessage())))
                    .causedBy(e);
        }
    }
}
