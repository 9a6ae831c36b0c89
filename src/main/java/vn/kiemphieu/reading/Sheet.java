package vn.kiemphieu.reading;

import java.util.List;
import vn.kiemphieu.registration.Fit;

/**
 * All that was seen on one registered page: findings with evidence, no verdict on the ballot.
 *
 * @param formPage which page of the form, from 1
 * @param rows in the form's order
 * @param trace the handwriting, to tell duplicates by
 */
public record Sheet(int formPage, Fit fit, List<RowReading> rows, List<Finding> findings, InkTrace trace) {

    public Sheet {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }
}
