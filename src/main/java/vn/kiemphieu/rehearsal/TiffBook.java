package vn.kiemphieu.rehearsal;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A TIFF of one-bit pages, CCITT group 4, as fax-minded scanners write it. */
final class TiffBook {

    private TiffBook() {}

    static byte[] of(List<Darkroom.Shot> shots) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Darkroom.Shot shot : shots) {
                BufferedImage image = image(shot);
                ImageWriteParam how = writer.getDefaultWriteParam();
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionType("CCITT T.6");
                IIOMetadata meta = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
                resolve(meta, shot.dpi());
                writer.writeToSequence(new IIOImage(image, null, meta), how);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void resolve(IIOMetadata meta, double dpi) throws IIOInvalidTreeException {
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_1.0");
        IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
        for (String side : List.of("HorizontalPixelSize", "VerticalPixelSize")) {
            IIOMetadataNode size = new IIOMetadataNode(side);
            size.setAttribute("value", Double.toString(25.4 / dpi));
            dimension.appendChild(size);
        }
        root.appendChild(dimension);
        meta.mergeTree("javax_imageio_1.0", root);
    }

    private static BufferedImage image(Darkroom.Shot shot) {
        BufferedImage image = new BufferedImage(shot.widthPx(), shot.heightPx(), BufferedImage.TYPE_BYTE_BINARY);
        byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) ~shot.bytes()[i];
        }
        return image;
    }
}
