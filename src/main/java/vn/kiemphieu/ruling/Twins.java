package vn.kiemphieu.ruling;

import vn.kiemphieu.intake.PageId;

/**
 * Two scans that seem to show the same sheet. A suspicion, never a finding: a person looks at both.
 *
 * @param first the one that was scanned first
 * @param margin 0..1: how far their likeness lies from being taken for chance; 0 is on the line
 */
public record Twins(PageId first, PageId second, double margin) {}
