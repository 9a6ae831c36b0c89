package vn.kiemphieu.vision;

import org.opencv.core.Mat;

/** A part of an image copied out, so that its samples lie one behind the other: {@code Mat.get} wants them so. */
record Samples(Mat mat) implements AutoCloseable {

    Samples {
        mat = mat.clone();
    }

    @Override
    public void close() {
        OpenCv.release(mat);
    }
}
