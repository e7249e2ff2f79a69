package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The bytes of each form. They are written anew only by {@code mvn test -Dgolden.update=true}, never where CI is set. */
class ReportGoldenTest {
    private static final Path GOLDEN = Path.of("fixtures", "golden");

    @TestFactory
    Stream<DynamicTest> eachFormKeepsItsBytes() {
        return Stream.of(ReportFormat.values())
                .map(format -> DynamicTest.dynamicTest(
                        format.name(),
                        () -> compare(
                                "report-strong." + format.ending(),
                                Verdicts.drawn(Verdicts.strong())
                                        .withCommand("pedigree audit sparrow-7b.jsonl --html audit.html")
                                        .render(format))));
    }

    @TestFactory
    Stream<DynamicTest> eachVerdictKeepsItsText() {
        return Verdicts.all().entrySet().stream()
                .filter(e -> !e.getKey().equals("hostile"))
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> compare(
                                "report-" + e.getKey() + ".72.txt",
                                Report.of(e.getValue()).text(72, false))));
    }

    private static void compare(String name, String now) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not rewritten in CI")
                    .isNull();
            Files.writeString(file, now);
        }
        assertThat(now).isEqualTo(Files.readString(file));
    }
}
