package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The machine-readable forms against their schemas. */
class ReportSchemaTest {
    @TestFactory
    Stream<DynamicTest> jsonFollowsItsSchema() throws IOException {
        Schema schema = schema("/dev/pedigree/report/report-1.schema.json", SpecificationVersion.DRAFT_2020_12);
        return each(
                verdict -> assertThat(errors(schema, Report.of(verdict).json())).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> sarifFollowsTheStandard() throws IOException {
        Schema schema = schema("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);
        return each(verdict -> assertThat(errors(schema, Report.of(verdict).render(ReportFormat.SARIF)))
                .isEmpty());
    }

    @Test
    void theSchemasSeeWhatIsWrong() throws IOException {
        Schema report = schema("/dev/pedigree/report/report-1.schema.json", SpecificationVersion.DRAFT_2020_12);
        String json = Report.of(Verdicts.strong()).json();
        assertThat(errors(report, json.replace("\"strength\" : \"strong\"", "\"strength\" : \"certain\"")))
                .isNotEmpty();
        assertThat(errors(report, json.replace("\"caveats\"", "\"notes\""))).isNotEmpty();
        assertThat(errors(report, json.replace("\"planted\" :", "\"sown\" :"))).isNotEmpty();
        Schema sarif = schema("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);
        assertThat(errors(
                        sarif,
                        Report.of(Verdicts.strong()).render(ReportFormat.SARIF).replace("\"error\"", "\"fatal\"")))
                .isNotEmpty();
    }

    /** What is added to the schema later may not be required, or kept reports would no longer follow it. */
    @Test
    void keptReportsFollowTheSchemaOfToday() throws IOException {
        Schema schema = schema("/dev/pedigree/report/report-1.schema.json", SpecificationVersion.DRAFT_2020_12);
        try (Stream<Path> kept = Files.list(Path.of("src/test/resources/dev/pedigree/report/v1"))) {
            assertThat(kept.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(errors(schema, Files.readString(file)))
                            .as(file.toString())
                            .isEmpty());
        }
    }

    private interface Check {
        void accept(Verdict verdict);
    }

    private static Stream<DynamicTest> each(Check check) {
        return Verdicts.all().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check.accept(e.getValue())));
    }

    private static List<String> errors(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema(String resource, SpecificationVersion version) throws IOException {
        try (InputStream in = ReportSchemaTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return SchemaRegistry.withDefaultDialect(version)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
