package vn.kiemphieu.review;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import vn.kiemphieu.words.Texts;

/** Gives the pages the same texts as everything else says, by the same keys. */
final class PageTexts extends AbstractMessageSource {

    /** {@return the texts of that language; Vietnamese for every language but English} */
    static Texts of(Locale locale) {
        return locale.getLanguage().equals("en") ? Texts.ENGLISH : Texts.VIETNAMESE;
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        try {
            String room = code.substring(0, Math.max(0, code.indexOf('.')));
            Locale spoken = of(locale).locale();
            ResourceBundle.Control control =
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
            return new MessageFormat(
                    ResourceBundle.getBundle("texts/" + room, spoken, control).getString(code), spoken);
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
