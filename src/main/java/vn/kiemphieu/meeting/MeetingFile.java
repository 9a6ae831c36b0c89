package vn.kiemphieu.meeting;

import static vn.kiemphieu.meeting.MeetingProblem.Kind.ALIAS;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.FILE_EMPTY;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.FILE_MISSING;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.FILE_TOO_LARGE;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.FILE_UNREADABLE;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.NOT_UTF8;
import static vn.kiemphieu.meeting.MeetingProblem.Kind.NOT_YAML;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The file {@code meeting.yaml}. Reads YAML as a tree of nodes, never as Java objects: every node knows its line, and
 * no tag in the file can make the program build anything.
 */
public final class MeetingFile {

    /** 60 officials with long positions and every comment of the template come to 20 kB. */
    private static final int MAX_BYTES = 256 * 1024;

    /** A meeting is three levels deep. A file of 200,000 opening brackets took 20 seconds before this was asked. */
    private static final int DEEPEST = 20;

    private MeetingFile() {}

    /**
     * {@return the meeting, or all that is wrong with the file}
     *
     * @param knownRules the ids of the rule profiles that there are
     */
    public static MeetingReading read(Path file, Set<String> knownRules) {
        if (!Files.isRegularFile(file)) {
            return refused(0, FILE_MISSING, file.getFileName());
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            return refused(0, FILE_UNREADABLE, String.valueOf(e.getMessage()));
        }
        if (bytes.length > MAX_BYTES) {
            return refused(0, FILE_TOO_LARGE, MAX_BYTES / 1024);
        }
        return decode(bytes, knownRules);
    }

    /** {@return the commented file that a new meeting starts with; it is complete and can be read as it is} */
    public static String template(LocalDate day) {
        try (InputStream in = MeetingFile.class.getResourceAsStream("/meeting-template.yaml")) {
            if (in == null) {
                throw new IllegalStateException("The template is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${day}", day.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the file's text, for whoever wants to mend it; empty where there is none that can be read}
     */
    public static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            return "";
        }
    }

    /** {@return what can be read of that text, however much of it is wrong} */
    public static MeetingDraft draft(String text) {
        try {
            return hostile(text).isPresent() ? new MeetingDraft(Map.of(), Map.of()) : MeetingDraft.of(text);
        } catch (YAMLException e) {
            return new MeetingDraft(Map.of(), Map.of());
        }
    }

    /** {@return the meeting that the text tells, or all that is wrong with it} */
    public static MeetingReading read(String text, Set<String> knownRules) {
        return parse(text, knownRules);
    }

    private static MeetingReading decode(byte[] bytes, Set<String> knownRules) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length + 1);
        if (decoder.decode(from, to, true).isError()) {
            return refused(lineAt(to.flip().toString(), Integer.MAX_VALUE), NOT_UTF8);
        }
        String text = to.flip().toString();
        return parse(text.startsWith("\uFEFF") ? text.substring(1) : text, knownRules);
    }

    private static MeetingReading parse(String text, Set<String> knownRules) {
        try {
            Optional<MeetingProblem> hostile = hostile(text);
            if (hostile.isPresent()) {
                return new MeetingReading(Optional.empty(), List.of(hostile.get()));
            }
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            return root == null ? refused(0, FILE_EMPTY) : new MeetingReader(knownRules).read(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            return refused(line, NOT_YAML);
        } catch (ReaderException e) {
            return refused(lineAt(text, e.getPosition()), NOT_YAML);
        } catch (YAMLException e) {
            return refused(0, NOT_YAML);
        }
    }

    /** Looks at the file as a flat stream of events, before a tree can multiply an alias or grow without end. */
    private static Optional<MeetingProblem> hostile(String text) {
        int depth = 0;
        for (Event event : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
            int line = event.getStartMark().getLine() + 1;
            if (event instanceof AliasEvent) {
                return Optional.of(new MeetingProblem(line, ALIAS));
            }
            if (tagged(event)) {
                return Optional.of(new MeetingProblem(line, NOT_YAML));
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                return Optional.of(new MeetingProblem(line, NOT_YAML));
            }
        }
        return Optional.empty();
    }

    /** Nothing in the file needs a type of its own, and some types break the library that reads it. */
    private static boolean tagged(Event event) {
        return event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof CollectionStartEvent collection && collection.getTag() != null;
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.codePoints().limit(position).filter(c -> c == '\n').count();
    }

    private static MeetingReading refused(int line, MeetingProblem.Kind kind, Object... details) {
        return new MeetingReading(Optional.empty(), List.of(new MeetingProblem(line, kind, details)));
    }
}
