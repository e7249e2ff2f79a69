package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.SAXException;

/** The machine-readable forms against their schemas. */
class ReportSchemaTest {
    @TestFactory
    Stream<DynamicTest> jsonFollowsItsSchema() throws IOException {
        Schema schema = schema("/dev/pedigree/report/report-1.schema.json", SpecificationVersion.DRAFT_2020_12);
        return each(verdict ->
                assertThat(errors(schema, Verdicts.drawn(verdict).json())).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> sarifFollowsTheStandard() throws IOException {
        Schema schema = schema("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);
        return each(verdict -> assertThat(errors(schema, Report.of(verdict).render(ReportFormat.SARIF)))
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> junitFollowsWhatItsReadersShare() throws Exception {
        Validator validator = junit();
        return each(verdict ->
                assertThatCode(() -> validator.validate(source(junit(verdict)))).doesNotThrowAnyException());
    }

    @Test
    void theJunitSchemaSeesWhatIsWrong() throws Exception {
        Validator validator = junit();
        String xml = junit(Verdicts.strong());
        for (String wrong : List.of(
                xml.replaceFirst(" time=\"0\"/>", "/>"),
                xml.replace(" type=\"lineage\"", ""),
                xml.replaceAll("skipped(?= message)", "ignored"),
                xml.replaceFirst("errors=\"0\" ", ""))) {
            assertThat(wrong).isNotEqualTo(xml);
            assertThatThrownBy(() -> validator.validate(source(wrong))).isInstanceOf(SAXException.class);
        }
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

    private static String junit(Verdict verdict) {
        return Report.of(verdict).render(ReportFormat.JUNIT);
    }

    private static Validator junit() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReportSchemaTest.class.getResource("junit.xsd"))
                .newValidator();
    }

    private static StreamSource source(String xml) {
        return new StreamSource(new StringReader(xml));
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
