package dev.pedigree.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.LineageAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide shows the sources of the examples, which the build compiles and runs as a project of its own, word for word. */
class GuideTest {
    private static final Pattern SHOWN =
            Pattern.compile("<!-- not run: (src/it/\\S+), [^>]*-->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);

    @Test
    void theGuideShowsWhatIsRun() throws IOException {
        List<String> shown = new ArrayList<>();
        Matcher blocks = SHOWN.matcher(Files.readString(Path.of("src/site/markdown/guide.md")));
        while (blocks.find()) {
            Path source = Path.of(blocks.group(1));
            String run = Files.readString(source).replace("@project.version@", LineageAudit.VERSION);
            if (source.endsWith("pom.xml")) {
                assertThat(run).contains(blocks.group(2));
            } else {
                assertThat(blocks.group(2)).as(source.toString()).isEqualTo(tagged(run));
            }
            shown.add(source.getFileName().toString());
        }
        assertThat(shown)
                .containsExactly(
                        "pom.xml",
                        "module-info.java",
                        "LeakGate.java",
                        "CleanDataSet.java",
                        "DriftWatch.java",
                        "HubAudit.java",
                        "Audit.kt");
    }

    /** What stands between the marks, moved to the left; the whole where there are none. */
    private static String tagged(String source) {
        Matcher marks = Pattern.compile("(?m)^( *)// begin\n").matcher(source);
        if (!marks.find()) {
            return source;
        }
        String text = source.substring(marks.end(), source.indexOf(marks.group(1) + "// end\n", marks.end()));
        return text.replaceAll("(?m)^" + marks.group(1), "");
    }
}
