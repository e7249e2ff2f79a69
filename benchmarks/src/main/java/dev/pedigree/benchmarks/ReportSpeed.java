package dev.pedigree.benchmarks;

import dev.pedigree.report.Report;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long the page of an audit takes to write, all its plots with it, and how large it is. The first time counts most: a command
 * writes one page and ends. Time of the thread's processor, which others that use the machine change little.
 *
 * <pre>
 * pedigree audit answers.jsonl --references teachers/ --json audit.json
 * java -cp benchmarks.jar dev.pedigree.benchmarks.ReportSpeed audit.json
 * </pre>
 */
public final class ReportSpeed {
    private static final int ROUNDS = 50;

    private ReportSpeed() {}

    /**
     * Measures.
     *
     * @param args a report as JSON
     * @throws IOException if it cannot be read
     */
    public static void main(String[] args) throws IOException {
        Report report = Report.read(Path.of(args[0]));
        double[] milliseconds = new double[ROUNDS];
        String page = "";
        for (int round = 0; round < ROUNDS; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            page = report.html();
            milliseconds[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
        }
        double first = milliseconds[0];
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%d answers, page of %d KB with %d drawings: first %.0f ms, median of %d %.1f ms%n",
                report.verdict().input().responses(),
                page.getBytes(StandardCharsets.UTF_8).length >> 10,
                page.split("<svg ", -1).length - 1,
                first,
                ROUNDS,
                milliseconds[ROUNDS / 2]);
    }
}
