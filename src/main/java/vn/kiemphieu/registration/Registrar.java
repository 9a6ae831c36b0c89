package vn.kiemphieu.registration;

import vn.kiemphieu.intake.Page;

/** Lays pages over one meeting's form, any page of it, any way up. Safe for use by several threads at once. */
public interface Registrar {

    Registration register(Page page);
}
