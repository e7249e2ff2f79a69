package dev.pedigree.report;

/** The forms in which a {@link Report} can be had. */
public enum ReportFormat {
    /** The contract: schema {@code pedigree/report/1}, byte-stable. */
    JSON("json"),
    /** One self-contained page. */
    HTML("html"),
    /** Plain text of 80 columns. */
    TEXT("txt"),
    /** GitHub-flavoured Markdown, for issues and pull requests. */
    MARKDOWN("md"),
    /** SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code scanning. */
    SARIF("sarif"),
    /** JUnit XML, for test dashboards: one test case for each candidate. */
    JUNIT("xml"),
    /** One line for each candidate, after RFC 4180 but for LF line ends. */
    CSV("csv");

    private final String ending;

    ReportFormat(String ending) {
        this.ending = ending;
    }

    /**
     * The usual ending of a file's name.
     *
     * @return for example "html"
     */
    public String ending() {
        return ending;
    }
}
