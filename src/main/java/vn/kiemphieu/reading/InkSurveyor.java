package vn.kiemphieu.reading;

import vn.kiemphieu.registration.Aligned;

/** Measures a straightened page. Safe for use by several threads at once. */
public interface InkSurveyor {

    Survey survey(Aligned page);
}
