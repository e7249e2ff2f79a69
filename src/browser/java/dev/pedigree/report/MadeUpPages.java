package dev.pedigree.report;

import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pages of verdicts that no data at hand would give: the strongest support, and a verdict whose every word is hostile. */
public final class MadeUpPages {
    private MadeUpPages() {}

    /**
     * Writes a page and its JSON for each kind of verdict.
     *
     * @param folder where
     * @return the page of each, by name
     * @throws IOException if it cannot be written
     */
    public static Map<String, Path> write(Path folder) throws IOException {
        Map<String, Path> pages = new LinkedHashMap<>();
        for (Map.Entry<String, Verdict> entry : Verdicts.all().entrySet()) {
            String name = "made-up-" + entry.getKey();
            Report report = Verdicts.drawn(entry.getValue())
                    .withCommand("pedigree audit 'answers of it.jsonl' --html audit.html");
            Path page = folder.resolve(name + ".html");
            report.write(ReportFormat.HTML, page);
            report.write(ReportFormat.JSON, folder.resolve(name + ".json"));
            pages.put(name, page);
        }
        return pages;
    }
}
