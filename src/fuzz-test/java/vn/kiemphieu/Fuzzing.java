package vn.kiemphieu;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Lets a fuzzer that watches which code it reaches try ever new inputs; what it found interesting stays under target/. */
public final class Fuzzing {

    private static final int SLOWEST_SECONDS = 60;
    private static final int MOST_MEGABYTES = 4000;

    private Fuzzing() {}

    /**
     * Ends the program when the time is over, or at the first input that the target did not bear.
     *
     * @param target a class with {@code static void fuzzerTestOneInput(byte[])}
     * @param seeds good inputs to begin with, by name
     */
    public static void run(Class<?> target, Map<String, byte[]> seeds, int seconds) throws Exception {
        Path corpus = Files.createDirectories(Path.of("target", "fuzzing", target.getSimpleName()));
        for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
            Files.write(corpus.resolve(seed.getKey()), seed.getValue());
        }
        Jazzer.main(new String[] {
            "--target_class=" + target.getName(),
            "--instrumentation_includes=vn.kiemphieu.**:org.apache.pdfbox.**:org.snakeyaml.**:tools.jackson.**",
            "--reproducer_path=" + corpus.getParent(),
            "-artifact_prefix=" + corpus.getParent() + "/",
            "-max_total_time=" + seconds,
            "-timeout=" + SLOWEST_SECONDS,
            "-rss_limit_mb=" + MOST_MEGABYTES,
            "-seed=1",
            "-print_final_stats=1",
            corpus.toString()
        });
    }
}
