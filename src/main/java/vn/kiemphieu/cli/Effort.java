package vn.kiemphieu.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/**
 * What some work took.
 *
 * @param seconds by the clock
 * @param processorSeconds of all threads of the program together; other programs on the machine hardly change it
 */
record Effort(double seconds, double processorSeconds) {

    static Effort of(Callable<?> work) throws Exception {
        long clock = System.nanoTime();
        double processor = processorNow();
        work.call();
        return new Effort((System.nanoTime() - clock) / 1e9, processorNow() - processor);
    }

    /** {@return the seconds of processor time that the program has used so far, on all its threads} */
    static double processorNow() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    double processorMillis(int pages) {
        return 1000 * processorSeconds / pages;
    }

    /** Forgets the highest memory so far. {@return whether the system knows how} */
    static boolean forgetPeak() {
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
            return true;
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /** {@return the most memory that the program held in RAM, in MB; empty where the system does not tell} */
    static OptionalLong peakMb() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
