package dev.pedigree.report;

import static java.util.Objects.requireNonNull;

import dev.pedigree.overlap.OverlapFinding;

/** What a model shares with reference answers, as a document of its own. */
public final class OverlapReport {
    private static final String SCHEMA = "pedigree/overlap/1";

    private final OverlapFinding finding;

    private OverlapReport(OverlapFinding finding) {
        this.finding = requireNonNull(finding, "finding");
    }

    /**
     * The report of a finding.
     *
     * @param finding what was found
     * @return the report
     */
    public static OverlapReport of(OverlapFinding finding) {
        return new OverlapReport(finding);
    }

    /**
     * The machine-readable form: {@code schema}, {@code suspect}, {@code summary} and {@code matches} as in an audit's report.
     *
     * @return one JSON object, ending in a line feed
     */
    public String json() {
        return JsonText.write(json -> {
            json.open();
            json.field("schema", SCHEMA);
            json.field("suspect", finding.suspect());
            OverlapJson.write(json, finding);
            json.close();
        });
    }

    /**
     * The form for a terminal.
     *
     * @param width how many columns no line exceeds, at least 40
     * @param colour whether to mark with ANSI colours
     * @return lines, each ending in a line feed
     */
    public String text(int width, boolean colour) {
        TextPage page = new TextPage(width, colour);
        page.prose("Suspect: " + finding.suspect(), "", "  ");
        TextSources.overlap(page, finding);
        return page.toString();
    }
}
