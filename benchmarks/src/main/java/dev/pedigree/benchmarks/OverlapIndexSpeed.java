package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.overlap.OverlapFinder;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.OverlapIndex;
import dev.pedigree.overlap.OverlapIndexWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Time, memory and size of the index of reference answers. {@code OverlapIndexSpeed build FOLDER INDEX} indexes the models of a
 * folder; {@code OverlapIndexSpeed look FOLDER INDEX MODEL...} looks up answers of some of them, best with {@code -Xmx512m}. Beside
 * the time on the wall it gives that of the processors, which counts where others use them too.
 */
public final class OverlapIndexSpeed {
    private static final int THREADS = 2;

    private OverlapIndexSpeed() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        Path file = Path.of(args[2]);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            if (args[0].equals("build")) {
                build(folder, file, pool);
            } else {
                look(folder, file, List.of(args).subList(3, args.length), pool);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static void build(Path folder, Path file, ExecutorService pool) throws IOException {
        Clock clock = new Clock();
        long bytes = 0;
        long answers = 0;
        try (OverlapIndexWriter writer = OverlapIndexWriter.create(file, pool)) {
            for (Path path : OverlapAccuracy.files(folder)) {
                Corpus corpus = OverlapAccuracy.read(path, Integer.MAX_VALUE);
                for (Response response : corpus.responses()) {
                    bytes += response.text().getBytes(StandardCharsets.UTF_8).length;
                    answers++;
                }
                writer.add(corpus);
            }
        }
        clock.say("built of " + answers + " answers, " + bytes / 1_000_000 + " MB");
        OverlapAccuracy.say("%.1f MB on disk, %.3f x text", Files.size(file) / 1e6, Files.size(file) / (double) bytes);
    }

    private static void look(Path folder, Path file, List<String> models, ExecutorService pool) throws IOException {
        Map<String, String> families = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolveSibling("families.tsv"))) {
            String[] cells = line.split("\t");
            families.put(cells[0], cells[1]);
        }
        Clock clock = new Clock();
        try (OverlapIndex index = OverlapIndex.open(file)) {
            clock.say("opened");
            OverlapFinder finder = OverlapFinder.of(index, families, pool, answers -> {});
            clock.say("ready");
            for (String model : models) {
                Corpus suspect = OverlapAccuracy.read(folder.resolve(model + ".jsonl"), Integer.MAX_VALUE);
                clock = new Clock();
                OverlapFinding finding = finder.find(suspect, pool);
                clock.say("looked up " + suspect.responses().size() + " answers of " + model + ", "
                        + finding.matches().size() + " matches");
            }
        }
    }

    /** Time since it was made. */
    private static final class Clock {
        private final long start = System.nanoTime();
        private final long work = processors();

        void say(String what) {
            Runtime runtime = Runtime.getRuntime();
            OverlapAccuracy.say(
                    "%s: %.2f s, %.2f s of processors; heap %d MB used of %d",
                    what,
                    (System.nanoTime() - start) / 1e9,
                    (processors() - work) / 1e9,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                    runtime.maxMemory() >> 20);
        }

        private static long processors() {
            OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
            return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
        }
    }
}
