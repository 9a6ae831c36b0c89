package vn.kiemphieu.papers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places words beside a page: each as near to what it names as there is room, none over another. */
final class NoteColumn {

    static final int TEXT_PX = 29;
    static final int LINE_PX = 36;
    private static final int GAP_PX = 12;

    private NoteColumn() {}

    /** The words of one callout, and where they begin. */
    record Note(Callout callout, List<String> lines, int topPx) {

        int heightPx() {
            return lines.size() * LINE_PX;
        }

        int bottomPx() {
            return topPx + heightPx();
        }

        Note at(int top) {
            return new Note(callout, lines, top);
        }
    }

    /** {@return the notes from top to bottom; they need more than the page's height only where there are too many} */
    static List<Note> place(List<Callout> callouts, double pxPerMm, int widthPx, int pageHeightPx) {
        List<Note> notes = new ArrayList<>();
        int free = 0;
        for (Note note : wished(callouts, pxPerMm, widthPx)) {
            Note placed = note.at(Math.max(free, note.topPx()));
            notes.add(placed);
            free = placed.bottomPx() + GAP_PX;
        }
        int needed = notes.stream().mapToInt(note -> note.heightPx() + GAP_PX).sum();
        int end = Math.max(pageHeightPx, needed);
        for (int i = notes.size() - 1; i >= 0; i--) {
            Note note = notes.get(i);
            notes.set(i, note.at(Math.min(note.topPx(), end - note.heightPx())));
            end = notes.get(i).topPx() - GAP_PX;
        }
        return notes;
    }

    private static List<Note> wished(List<Callout> callouts, double pxPerMm, int widthPx) {
        return callouts.stream()
                .filter(callout -> !callout.lines().isEmpty())
                .sorted(Comparator.comparingDouble(Callout::middleMm))
                .map(callout -> {
                    List<String> lines = callout.lines().stream()
                            .flatMap(line -> wrap(line, widthPx).stream())
                            .toList();
                    int middle = (int) (callout.middleMm() * pxPerMm);
                    return new Note(callout, lines, middle - lines.size() * LINE_PX / 2);
                })
                .toList();
    }

    /** Cuts a text into lines that fit; a word longer than a line is left to run over. */
    static List<String> wrap(String text, int widthPx) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Lettering.REGULAR.widthPx(longer, TEXT_PX) > widthPx) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }
}
