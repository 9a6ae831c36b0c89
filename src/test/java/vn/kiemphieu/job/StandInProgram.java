package vn.kiemphieu.job;

import java.nio.file.Path;
import vn.kiemphieu.meeting.MeetingFolder;

/** A count with stand-ins as a process of its own, for tests that take its disk away. Exits with the kind of trouble. */
final class StandInProgram {

    private StandInProgram() {}

    public static void main(String[] args) throws Exception {
        MeetingFolder folder = new MeetingFolder(Path.of(args[0]));
        Rooms rooms = StandIns.rooms(folder, "b".repeat(64), scan -> {});
        try {
            new Counting(folder, StandIns.MEETING, rooms, new CountingSettings(2, Watcher.NOBODY)).run();
        } catch (CountingTrouble trouble) {
            System.exit(10 + trouble.kind().ordinal());
        }
    }
}
