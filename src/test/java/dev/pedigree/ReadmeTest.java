package dev.pedigree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.report.Report;
import dev.pedigree.report.ReportFormat;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README shows is what this class runs, and what it points at is there. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @Test
    void theExampleRuns() throws IOException {
        // begin
        Corpus suspect = CorpusReader.detect().read(Path.of("fixtures/example/allotment-helper"));
        Verdict verdict = LineageAudit.withDefaults().examine(suspect);
        System.out.println(verdict.conclusion().statement());
        verdict.caveats().forEach(caveat -> System.out.println(caveat.text()));
        Report.of(verdict).write(ReportFormat.HTML, Path.of("target/audit.html"));
        // end
        assertThat(verdict.conclusion().statement()).contains("allotment-helper");
        assertThat(Files.readString(Path.of("target/audit.html"))).contains("allotment-helper");
    }

    @Test
    void theExampleIsTheOneShown() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/pedigree/ReadmeTest.java"));
        String run = between(source, "// begin\n", "        // end").replaceAll("(?m)^        ", "");
        assertThat(between(Files.readString(README), "```java\n", "```")).isEqualTo(run);
    }

    @Test
    void everyPageIsThere() throws IOException {
        for (Path page : pages()) {
            // images are drawn when the site is made
            Matcher links =
                    Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^)#]+)[^)]*\\)").matcher(Files.readString(page));
            while (links.find()) {
                Path target = page.resolveSibling(links.group(1));
                assertThat(target).as("link in " + page).exists();
            }
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> site = Files.list(Path.of("src/site/markdown"))) {
            return Stream.concat(Stream.of(README, Path.of("fixtures/README.md")), site.sorted())
                    .toList();
        }
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }
}
