package dev.pedigree.report;

import dev.pedigree.verdict.Verdict;

final class HtmlReport {
    private final Verdict verdict;
    private final String command;

    HtmlReport(Verdict verdict, String command) {
        this.verdict = verdict;
        this.command = command;
    }

    String write() {
        return verdict.suspect() + command;
    }
}
