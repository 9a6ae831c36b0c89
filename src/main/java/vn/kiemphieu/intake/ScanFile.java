package vn.kiemphieu.intake;

import java.util.Optional;

/**
 * One file under {@code scans/}. Every file has one, whatever it is: what cannot be counted is refused by name, so that
 * nothing that was put there goes unmentioned.
 *
 * @param scan relative to {@code scans/}, with {@code /} between folders
 * @param sha256 of the whole file, lower-case hex; empty where it could not be read to its end
 * @param pages how many page images it holds; 0 when it is refused
 */
public record ScanFile(String scan, long sizeBytes, String sha256, int pages, Optional<Refusal> refusal) {

    public ScanFile {
        if (refusal.isPresent() != (pages == 0)) {
            throw new IllegalArgumentException("%s has %d pages and %s".formatted(scan, pages, refusal));
        }
    }

    static ScanFile readable(String scan, long sizeBytes, String sha256, int pages) {
        return new ScanFile(scan, sizeBytes, sha256, pages, Optional.empty());
    }

    static ScanFile refused(String scan, long sizeBytes, String sha256, Refusal refusal) {
        return new ScanFile(scan, sizeBytes, sha256, 0, Optional.of(refusal));
    }
}
