package vn.kiemphieu.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The sentences that people read, by key. The first word of a key names the room, and so the file:
 * {@code intake.encrypted} stands in {@code texts/intake_vi.properties}.
 */
public final class Texts {

    /** Vietnamese, the language of the committees. */
    public static final Texts VIETNAMESE = new Texts(Locale.forLanguageTag("vi"));

    /** English, complete, for everybody else. */
    public static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /**
     * {@return the sentence, with {@code {0}}, {@code {1}} … replaced in the manner of {@link MessageFormat}; numbers
     * are to be given as they shall stand}
     *
     * @throws MissingResourceException where a key is missing: our own mistake, found by a test
     */
    public String say(String key, Object... values) {
        ResourceBundle bundle =
                ResourceBundle.getBundle("texts/" + key.substring(0, key.indexOf('.')), locale, NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
