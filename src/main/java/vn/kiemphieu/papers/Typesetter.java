package vn.kiemphieu.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** HTML to PDF, in Tinos and nothing else. Takes nothing from outside: no file, no network, no font of the system. */
final class Typesetter {

    static {
        // It reports every style rule it meets to java.util.logging; a paper is judged by looking at it.
        XRLog.setLoggingEnabled(false);
    }

    private Typesetter() {}

    static byte[] pdf(String html) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(html, null);
        // Both weights in both slopes: without the bold file, bold would be the regular letters drawn twice.
        font(builder, "Tinos_400Regular", 400, FontStyle.NORMAL);
        font(builder, "Tinos_400Regular_Italic", 400, FontStyle.ITALIC);
        font(builder, "Tinos_700Bold", 700, FontStyle.NORMAL);
        font(builder, "Tinos_700Bold_Italic", 700, FontStyle.ITALIC);
        builder.useUnicodeLineBreaker(new AtSpaces());
        builder.withProducer("Kiểm Phiếu");
        // What archives take in: every font inside, every letter searchable, colours defined.
        builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
        builder.useFont(() -> stream("/fonts/tinos/" + file + ".ttf"), "Tinos", weight, style, true);
    }

    private static InputStream stream(String path) {
        InputStream in = Typesetter.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("The program lacks its part " + path);
        }
        return in;
    }
}
