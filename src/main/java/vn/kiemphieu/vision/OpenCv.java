package vn.kiemphieu.vision;

import nu.pattern.OpenCV;
import org.opencv.core.Core;

/** The native OpenCV library, loaded once and kept to one thread a call: the job already uses every core. */
public final class OpenCv {

    private OpenCv() {}

    /** Loads the library if it is not loaded yet. Every class of this room calls it before its first {@code Mat}. */
    public static void load() {
        Loaded.ONCE.version();
    }

    private enum Loaded {
        ONCE;

        Loaded() {
            OpenCV.loadLocally();
            Core.setNumThreads(1);
        }

        String version() {
            return Core.VERSION;
        }
    }
}
