package dev.pedigree.cli;

import dev.pedigree.internal.AtomicFiles;
import dev.pedigree.report.Report;
import dev.pedigree.report.ReportFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where reports are written. */
final class ReportOptions {
    private static final String STDOUT = "-";

    private final Console console;
    private final FileNames names = new FileNames();

    ReportOptions(Console console) {
        this.console = console;
    }

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description =
                    "Write the report as JSON. Here and below, '-' is standard output, and with several suspects FILE is a"
                            + " folder, which gets a file for each.")
    private @Nullable String json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as one page of HTML.")
    private @Nullable String html;

    @Option(names = "--text", paramLabel = "FILE", description = "Write the report as plain text.")
    private @Nullable String text;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Write the report as Markdown, for issues and pull requests.")
    private @Nullable String markdown;

    @Option(names = "--sarif", paramLabel = "FILE", description = "Write the report as SARIF 2.1.0, for code scanning.")
    private @Nullable String sarif;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the report as JUnit XML, for test dashboards.")
    private @Nullable String junit;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the candidates as CSV, for spreadsheets.")
    private @Nullable String csv;

    @Option(
            names = "--site",
            paramLabel = "URL",
            description = "Where Pedigree's site can be read: the page then links to it.")
    private @Nullable URI site;

    /** Where each form that was asked for goes. */
    private Map<ReportFormat, String> files() {
        Map<ReportFormat, String> files = new EnumMap<>(ReportFormat.class);
        put(ReportFormat.JSON, json, files);
        put(ReportFormat.HTML, html, files);
        put(ReportFormat.TEXT, text, files);
        put(ReportFormat.MARKDOWN, markdown, files);
        put(ReportFormat.SARIF, sarif, files);
        put(ReportFormat.JUNIT, junit, files);
        put(ReportFormat.CSV, csv, files);
        return files;
    }

    private static void put(ReportFormat format, @Nullable String file, Map<ReportFormat, String> files) {
        if (file != null) {
            files.put(format, file);
        }
    }

    /** Whether no form was asked for. */
    boolean isEmpty() {
        return files().isEmpty();
    }

    /** Whether a form was asked for that shows or keeps the suspect's nearest models. */
    boolean drawNeighbours() {
        return files().containsKey(ReportFormat.HTML) || files().containsKey(ReportFormat.JSON);
    }

    /** Whether a report goes to standard output, so that nothing else may. */
    boolean takesStandardOutput() {
        return files().containsValue(STDOUT);
    }

    /** Makes sure before the work that the files can be written after it. */
    void check(int suspects) throws IOException {
        if (files().values().stream().filter(STDOUT::equals).count() > 1) {
            throw CommandFailure.usage("only one form of the report can go to standard output");
        }
        checkSite();
        for (String file : files().values()) {
            if (file.equals(STDOUT)) {
                continue;
            }
            if (suspects > 1) {
                Output.folder(Path.of(file));
            } else {
                Output.check(file);
            }
        }
    }

    private void checkSite() {
        if (site != null
                && (site.getHost() == null || !String.valueOf(site.getScheme()).matches("(?i)https?"))) {
            throw CommandFailure.usage("--site: need an address that begins with https:// or http://, got " + site);
        }
    }

    void write(Report report, String suspect, int suspects) throws IOException {
        String name = names.of(suspect);
        Report linked = site == null ? report : report.withSite(site);
        for (Map.Entry<ReportFormat, String> file : files().entrySet()) {
            String document = linked.render(file.getKey());
            if (file.getValue().equals(STDOUT)) {
                console.out().print(document);
                continue;
            }
            Path path = Path.of(file.getValue());
            Path target = suspects > 1 ? path.resolve(name + "." + file.getKey().ending()) : path;
            AtomicFiles.write(target, out -> out.write(document.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
