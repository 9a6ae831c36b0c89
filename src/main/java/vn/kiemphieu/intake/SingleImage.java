package vn.kiemphieu.intake;

/** Files that are one image: JPEG, PNG, BMP. Checked from end to end, and decoded later by whoever needs the pixels. */
final class SingleImage {

    private SingleImage() {}

    static Picture picture(Kind kind, byte[] file) throws Refused {
        return switch (kind) {
            case JPEG -> jpeg(file);
            case PNG -> png(file);
            case BMP -> bmp(file);
            case PDF, TIFF -> throw new IllegalArgumentException(kind + " may hold several pages");
        };
    }

    private static Picture jpeg(byte[] file) throws Refused {
        JpegFile jpeg = JpegFile.parse(file);
        Stance stance = Stance.ofOrientation(jpeg.exif().orientation());
        // OpenCV takes every file of four inks for one by Adobe, which stores them inverted.
        if (jpeg.components() == 4 && jpeg.adobeTransform() < 0) {
            return stance.of(JdkDecoder.inks(file, jpeg.dpi()));
        }
        return stance.of(file, jpeg.widthPx(), jpeg.heightPx(), false, jpeg.dpi());
    }

    private static Picture png(byte[] file) throws Refused {
        PngFile png = PngFile.parse(file);
        Stance stance = Stance.ofOrientation(png.exif().orientation());
        return png.transparent()
                ? stance.of(JdkDecoder.picture(file, "png", png.dpi()))
                : stance.of(file, png.widthPx(), png.heightPx(), false, png.dpi());
    }

    private static Picture bmp(byte[] file) throws Refused {
        BmpFile bmp = BmpFile.parse(file);
        return bmp.plain()
                ? Stance.UPRIGHT.of(file, bmp.widthPx(), bmp.heightPx(), false, bmp.dpi())
                : JdkDecoder.picture(file, "bmp", bmp.dpi());
    }
}
