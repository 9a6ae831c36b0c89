package vn.kiemphieu.intake;

/**
 * How an image is to be put to stand upright: first flipped left to right, then turned clockwise. The order matters: the
 * other way round, sideways mirrored images come out upside down.
 */
record Stance(boolean mirrored, int quarterTurns) {

    static final Stance UPRIGHT = new Stance(false, 0);

    /** {@return the stance for an orientation of EXIF or TIFF, 1 to 8; anything else is taken for upright, as viewers do} */
    static Stance ofOrientation(int orientation) {
        return switch (orientation) {
            case 2 -> new Stance(true, 0);
            case 3 -> new Stance(false, 2);
            case 4 -> new Stance(true, 2);
            case 5 -> new Stance(true, 3);
            case 6 -> new Stance(false, 1);
            case 7 -> new Stance(true, 1);
            case 8 -> new Stance(false, 3);
            default -> UPRIGHT;
        };
    }

    /** {@return this stance, turned clockwise once more for every quarter} */
    Stance turned(int quarters) {
        return new Stance(mirrored, Math.floorMod(quarterTurns + quarters, 4));
    }

    Picture.Encoded of(byte[] bytes, long widthPx, long heightPx, boolean inverted, double claimedDpi) {
        return new Picture.Encoded(bytes, (int) widthPx, (int) heightPx, mirrored, quarterTurns, inverted, claimedDpi);
    }

    /** {@return the raster, put upright} */
    Picture.Raster of(Picture.Raster raster) {
        if (!mirrored && quarterTurns == 0) {
            return raster;
        }
        int w = raster.widthPx();
        int h = raster.heightPx();
        int channels = raster.channels();
        boolean sideways = quarterTurns % 2 == 1;
        int width = sideways ? h : w;
        byte[] from = raster.samples();
        byte[] to = new byte[from.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int mx = mirrored ? w - 1 - x : x;
                int target = switch (quarterTurns) {
                    case 1 -> mx * width + h - 1 - y;
                    case 2 -> (h - 1 - y) * width + w - 1 - mx;
                    case 3 -> (w - 1 - mx) * width + y;
                    default -> y * width + mx;
                };
                System.arraycopy(from, (y * w + x) * channels, to, target * channels, channels);
            }
        }
        return new Picture.Raster(to, width, sideways ? w : h, channels, raster.claimedDpi());
    }
}
