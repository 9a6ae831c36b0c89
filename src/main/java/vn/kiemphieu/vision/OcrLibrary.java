package vn.kiemphieu.vision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import net.sourceforge.tess4j.TessAPI;

/**
 * The native Tesseract and its Vietnamese model, copied once for each run out of the program's own jars into a private
 * folder. Must be asked before any class of Tess4J is touched: JNA looks for libraries where a property says, and only
 * at the first load.
 */
final class OcrLibrary {

    /** The language of the model and the name of its file. */
    static final String LANGUAGE = "vie";

    private OcrLibrary() {}

    /** {@return the native functions; the library is loaded at the first call} */
    static TessAPI functions() {
        return Loaded.ONCE.functions;
    }

    /** {@return the folder with the model} */
    static Path models() {
        return Loaded.ONCE.folder;
    }

    private enum Loaded {
        ONCE;

        private final Path folder;
        private final TessAPI functions;

        Loaded() {
            try {
                folder = Files.createTempDirectory("kiemphieu-ocr-");
                folder.toFile().deleteOnExit();
                copyModel(folder);
                for (Native library : Native.ofThisMachine()) {
                    library.copyTo(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The text reader cannot be unpacked into the temporary folder", e);
            }
            String before = System.getProperty("jna.library.path", "");
            System.setProperty(
                    "jna.library.path",
                    before.isEmpty() ? folder.toString() : folder + java.io.File.pathSeparator + before);
            functions = TessAPI.INSTANCE;
        }
    }

    private static void copyModel(Path folder) throws IOException {
        String file = LANGUAGE + ".traineddata";
        byte[] model = resource("/tessdata/" + file);
        String expected =
                new String(resource("/tessdata/" + file + ".sha256"), StandardCharsets.UTF_8).split(" ", 2)[0];
        if (!sha256(model).equals(expected)) {
            throw new IllegalStateException("The language model %s is not the one that belongs here".formatted(file));
        }
        write(folder.resolve(file), model);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = OcrLibrary.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the program".formatted(path));
            }
            return in.readAllBytes();
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        file.toFile().deleteOnExit();
    }

    /**
     * One library in a jar.
     *
     * @param path in the jar
     * @param file the name that other libraries ask for
     * @param plainFile the unversioned name that JNA asks for
     */
    private record Native(String path, String file, String plainFile) {

        /** {@return what to unpack here; nothing on Windows, where Tess4J brings its own, nor on machines we have none for} */
        static List<Native> ofThisMachine() {
            String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
            boolean arm = arch.equals("aarch64") || arch.equals("arm64");
            if (os.contains("linux") && (arm || arch.equals("amd64") || arch.equals("x86_64"))) {
                String platform = arm ? "linux-arm64" : "linux-x86_64";
                return List.of(
                        new Native(jar("leptonica", platform), "libleptonica.so.6", "libleptonica.so"),
                        new Native(jar("tesseract", platform), "libtesseract.so.5.5", "libtesseract.so"));
            }
            if (os.contains("mac") && arm) {
                return List.of(
                        new Native(jar("leptonica", "macosx-arm64"), "libleptonica.6.dylib", "libleptonica.dylib"),
                        new Native(jar("tesseract", "macosx-arm64"), "libtesseract.5.5.dylib", "libtesseract.dylib"));
            }
            return List.of();
        }

        private static String jar(String library, String platform) {
            return "/org/bytedeco/%s/%s/".formatted(library, platform);
        }

        void copyTo(Path folder) throws IOException {
            Path versioned = folder.resolve(file);
            write(versioned, resource(path + file));
            Path plain = folder.resolve(plainFile);
            Files.createSymbolicLink(plain, versioned.getFileName());
            plain.toFile().deleteOnExit();
        }
    }
}
