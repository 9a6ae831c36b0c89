package vn.kiemphieu.vision;

import java.lang.ref.Reference;
import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** The native OpenCV library, loaded once and kept to one thread a call: the job already uses every core. */
public final class OpenCv {

    private OpenCv() {}

    /** Loads the library if it is not loaded yet. Every class of this room calls it before its first {@code Mat}. */
    public static void load() {
        Loaded.ONCE.version();
    }

    /**
     * Gives a matrix's memory back. Never call {@link Mat#release} itself: as the last use of an object it lets the
     * garbage collector finalise that object, and free it a second time, while it is still being released.
     */
    static void release(Mat mat) {
        mat.release();
        Reference.reachabilityFence(mat);
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
