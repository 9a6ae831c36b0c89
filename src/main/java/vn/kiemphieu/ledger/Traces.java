package vn.kiemphieu.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import vn.kiemphieu.reading.InkTrace;

/** Handwriting packed for keeping: mostly white paper, so a thirtieth of its size. */
final class Traces {

    private Traces() {}

    static byte[] pack(InkTrace trace) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed))) {
            out.writeInt(trace.widthPx());
            out.writeInt(trace.heightPx());
            out.writeDouble(trace.pixelsPerMm());
            out.write(trace.bits());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static InkTrace unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            int widthPx = in.readInt();
            int heightPx = in.readInt();
            double pixelsPerMm = in.readDouble();
            return new InkTrace(in.readAllBytes(), widthPx, heightPx, pixelsPerMm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
