package dev.pedigree.report;

import static java.util.Objects.requireNonNull;

import dev.pedigree.compare.Neighbourhood;
import dev.pedigree.internal.AtomicFiles;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A verdict as a document. Each form says the same; the same verdict gives the same bytes everywhere. Other people's text in it
 * (answers, names) can neither run nor pass for the report's own words: characters that cannot be seen are spelled out.
 */
public final class Report {
    private static final int PLAIN_WIDTH = 80;

    private final Verdict verdict;
    private final String command;
    private final Optional<Neighbourhood> neighbourhood;
    private final Optional<URI> site;

    private Report(Verdict verdict, String command, Optional<Neighbourhood> neighbourhood, Optional<URI> site) {
        this.verdict = requireNonNull(verdict, "verdict");
        this.command = requireNonNull(command, "command");
        this.neighbourhood = requireNonNull(neighbourhood, "neighbourhood");
        this.site = requireNonNull(site, "site");
    }

    /**
     * The report of a verdict.
     *
     * @param verdict the verdict
     * @return its report
     */
    public static Report of(Verdict verdict) {
        return new Report(verdict, "", Optional.empty(), Optional.empty());
    }

    /**
     * Reads a report that was kept as JSON, of this version or an earlier one. It can be written in every other form: the JSON holds
     * all that they say. Numbers in it have six significant digits.
     *
     * @param file a file that {@link #json()} wrote
     * @return the report
     * @throws ReportFormatException if the file holds something else; the message names the member
     * @throws IOException if it cannot be read
     */
    public static Report read(Path file) throws IOException {
        byte[] document = Files.readAllBytes(file);
        try {
            return ReportReader.read(document);
        } catch (ReportFormatException e) {
            throw new ReportFormatException(file + ": " + e.getMessage());
        }
    }

    /**
     * What the report says.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * This report with the command that gives it again, which is shown with the provenance.
     *
     * @param command a command line
     * @return a copy
     */
    public Report withCommand(String command) {
        return new Report(verdict, command, neighbourhood, site);
    }

    /**
     * This report with the models that are most like the suspect, which HTML draws as a tree and a map, and JSON keeps.
     *
     * @param nearest what {@link Neighbourhood#of} found
     * @return a copy
     */
    public Report withNeighbourhood(Neighbourhood nearest) {
        return new Report(verdict, command, Optional.of(nearest), site);
    }

    /**
     * This report with the address at which Pedigree's site can be read, to which HTML then links where it speaks of how good the
     * instrument is. Nothing is fetched from there.
     *
     * @param address the address of the site's folder, for example {@code https://docs.example.com/pedigree}
     * @return a copy
     * @throws IllegalArgumentException if it is no address of the web
     */
    public Report withSite(URI address) {
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.matches("(?i)https?") || address.getHost() == null) {
            throw new IllegalArgumentException("need an address that begins with https:// or http://, got " + address);
        }
        return new Report(verdict, command, neighbourhood, Optional.of(address));
    }

    /**
     * The machine-readable form, after the JSON Schema {@code report-1.schema.json} beside this class.
     *
     * @return one JSON object, ending in a line feed
     */
    public String json() {
        return new JsonReport(verdict, command, neighbourhood).write();
    }

    /**
     * The form for reading: one self-contained page without scripts.
     *
     * @return HTML 5
     */
    public String html() {
        return new HtmlReport(verdict, command, neighbourhood, site).write();
    }

    /**
     * The form for a terminal.
     *
     * @param width how many columns no line exceeds, at least 40
     * @param colour whether to mark with ANSI colours
     * @return lines, each ending in a line feed
     */
    public String text(int width, boolean colour) {
        if (width < 40) {
            throw new IllegalArgumentException("width must be >= 40, got " + width);
        }
        return new TextReport(verdict, command, width, colour).write();
    }

    /**
     * The form for issues and pull requests.
     *
     * @return GitHub-flavoured Markdown
     */
    public String markdown() {
        return new MarkdownReport(verdict, command).write();
    }

    /**
     * The report in one of its forms; text is plain and 80 columns wide.
     *
     * @param format the form
     * @return the document
     */
    public String render(ReportFormat format) {
        return switch (format) {
            case JSON -> json();
            case HTML -> html();
            case TEXT -> text(PLAIN_WIDTH, false);
            case MARKDOWN -> markdown();
            case SARIF -> new SarifReport(verdict).write();
            case JUNIT -> JunitReport.write(verdict);
            case CSV -> CsvReport.write(verdict);
        };
    }

    /**
     * Writes the report to a file as UTF-8: whole, or not at all.
     *
     * @param format the form
     * @param file the file; replaced where it is there already
     * @throws IOException if it cannot be written
     */
    public void write(ReportFormat format, Path file) throws IOException {
        byte[] bytes = render(format).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(file, out -> out.write(bytes));
    }
}
