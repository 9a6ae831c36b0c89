package vn.kiemphieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The archive of classes that the launcher lets the JVM write when the program ends, so that the next start is quicker.
 * Only a run that read pages has met the classes that are worth keeping; its archive is marked, and others are made anew.
 */
final class ClassArchive {

    /** Set by the launcher, with the name of the mark, where this run writes an archive. */
    private static final String MARK = "kiemphieu.archived";

    private ClassArchive() {}

    static void markComplete(int pagesRead) {
        String mark = System.getProperty(MARK);
        if (mark == null || pagesRead == 0) {
            return;
        }
        try {
            Files.writeString(Path.of(mark), "");
        } catch (IOException nobodyMayWriteThere) {
            // Then the next start is as slow as this one was.
        }
    }
}
