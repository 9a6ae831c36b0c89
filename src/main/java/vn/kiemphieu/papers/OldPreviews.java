package vn.kiemphieu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Pictures of the form that was understood before: beside another form they would show the committee what is not so. */
final class OldPreviews {

    private OldPreviews() {}

    /** {@return how many were deleted} */
    static int deleteIn(Path form) throws IOException {
        if (!Files.isDirectory(form)) {
            return 0;
        }
        List<Path> pictures;
        try (Stream<Path> files = Files.list(form)) {
            pictures = files.filter(f -> f.getFileName().toString().matches("preview-[0-9]+\\.png"))
                    .toList();
        }
        for (Path picture : pictures) {
            Files.delete(picture);
        }
        return pictures.size();
    }
}
