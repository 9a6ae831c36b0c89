package vn.kiemphieu.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packed index and objects of a PDF, measured before the library opens it: it unpacks them whole into memory while
 * it is still finding out what is in the file.
 */
final class PdfPacked {

    /** The index of a file of 20,000 pages takes two million bytes. */
    private static final int LIMIT = 64 << 20;

    private static final int STEP = 1 << 20;

    /** From the name of the kind to the word stream there is the rest of one dictionary. */
    private static final int DICTIONARY_BYTES = 4096;

    private static final byte[][] KINDS = {"/ObjStm".getBytes(ISO_8859_1), "/XRef".getBytes(ISO_8859_1)};

    private PdfPacked() {}

    static void refuseBomb(Path file) throws IOException, Refused {
        try (FileChannel channel = FileChannel.open(file)) {
            for (long at : places(channel)) {
                String dictionary = text(channel, at);
                int stream = dictionary.indexOf("stream");
                if (stream > 0) {
                    boolean crlf = dictionary.startsWith("\r", stream + 6);
                    measure(channel, at + stream + (crlf ? 8 : 7));
                }
            }
        }
    }

    private static void measure(FileChannel channel, long at) throws IOException, Refused {
        if (at >= channel.size()) {
            return;
        }
        channel.position(at);
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
        try {
            Inflation.prove(in, LIMIT);
        } catch (Refused e) {
            // Another packing, or damaged: the library will say so. Only the size matters here.
            if (e.refusal().reason() == Reason.TOO_HEAVY) {
                throw e;
            }
        }
    }

    private static List<Long> places(FileChannel channel) throws IOException {
        List<Long> places = new ArrayList<>();
        byte[] bytes = new byte[STEP];
        for (long at = 0; at < channel.size(); at += STEP - 16) {
            int got = read(channel, at, bytes);
            for (int i = 0; i < got; i++) {
                if (bytes[i] == '/' && (startsAt(bytes, i, got, KINDS[0]) || startsAt(bytes, i, got, KINDS[1]))) {
                    places.add(at + i);
                }
            }
        }
        return places;
    }

    private static boolean startsAt(byte[] bytes, int at, int end, byte[] word) {
        if (at + word.length > end) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(FileChannel channel, long at) throws IOException {
        byte[] bytes = new byte[DICTIONARY_BYTES];
        return new String(bytes, 0, read(channel, at, bytes), ISO_8859_1);
    }

    private static int read(FileChannel channel, long at, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) > 0) {
            // until it is full or the file ends
        }
        return buffer.position();
    }
}
