package vn.kiemphieu.reading;

import vn.kiemphieu.registration.Aligned;

/** Reads a page that lies over its form. Safe for use by several threads at once. */
public interface PageReader {

    Sheet read(Aligned page);
}
