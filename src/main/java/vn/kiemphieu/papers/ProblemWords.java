package vn.kiemphieu.papers;

import java.util.Locale;
import vn.kiemphieu.registration.Registration.Problem;
import vn.kiemphieu.words.Texts;

/** Says in a sentence why a page could not be laid over the form, with the figures that were measured. */
public final class ProblemWords {

    private ProblemWords() {}

    /** {@return the sentence} */
    public static String say(Problem problem, Texts texts) {
        if (problem instanceof Problem.BlankPage blank) {
            return texts.say("registration.blank-page", figure(blank.inkMm2(), texts));
        }
        if (problem instanceof Problem.Undecodable undecodable) {
            return texts.say("registration.undecodable", undecodable.detail());
        }
        if (problem instanceof Problem.Stumbled stumbled) {
            return texts.say("registration.stumbled", stumbled.detail());
        }
        if (problem instanceof Problem.NotThisForm other) {
            return texts.say("registration.not-this-form", whole(100 * other.printSeen()), whole(100 * other.needed()));
        }
        if (problem instanceof Problem.CutOff cut) {
            return texts.say("registration.cut-off", figure(cut.missingMm(), texts));
        }
        if (problem instanceof Problem.TooBent bent) {
            return texts.say(
                    "registration.too-bent", figure(bent.residualMm(), texts), figure(bent.toleratedMm(), texts));
        }
        if (problem instanceof Problem.TooDark dark) {
            return texts.say("registration.too-dark", whole(dark.contrast()), whole(dark.needed()));
        }
        if (problem instanceof Problem.TooCoarse coarse) {
            return texts.say("registration.too-coarse", whole(coarse.dpi()), whole(coarse.needed()));
        }
        throw new IllegalStateException("No words for " + problem);
    }

    private static String figure(double value, Texts texts) {
        return String.format(texts.locale(), "%.1f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
