package dev.pedigree;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Data flows one way: a package may use those named for it here, and no others of ours. */
class ArchitectureTest {
    private static final String ROOT = "dev.pedigree";

    /** Each package with all that it may use. */
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("internal", List.of());
        MAY_USE.put("corpus", List.of("internal"));
        MAY_USE.put("text", List.of("internal"));
        MAY_USE.put("feature", List.of("internal", "text"));
        MAY_USE.put("fingerprint", List.of("internal", "corpus", "text", "feature"));
        MAY_USE.put("stats", List.of("internal"));
        MAY_USE.put("reference", List.of("internal", "corpus", "feature", "fingerprint", "stats"));
        MAY_USE.put("compare", List.of("internal", "corpus", "feature", "fingerprint", "stats", "reference"));
        MAY_USE.put("identity", List.of("internal", "corpus", "text", "stats"));
        MAY_USE.put("overlap", List.of("internal", "corpus", "text", "stats"));
        MAY_USE.put("exact", List.of("internal", "corpus", "text", "feature", "fingerprint", "stats"));
        MAY_USE.put(
                "verdict",
                List.of(
                        "internal",
                        "corpus",
                        "feature",
                        "fingerprint",
                        "stats",
                        "reference",
                        "compare",
                        "identity",
                        "overlap",
                        "exact"));
        MAY_USE.put(
                "report",
                List.of(
                        "internal",
                        "corpus",
                        "stats",
                        "feature",
                        "identity",
                        "overlap",
                        "exact",
                        "compare",
                        "verdict"));
    }

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    List<DynamicTest> packagesUseOnlyWhatStandsBeforeThem() {
        return MAY_USE.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check(rule.getKey(), rule.getValue())))
                .toList();
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        Set<String> known = new LinkedHashSet<>(MAY_USE.keySet());
        known.add("cli");
        assertThat(classes.stream().map(c -> subject(c.getPackageName())).filter(s -> !s.isEmpty()))
                .allSatisfy(subject -> assertThat(known).contains(subject));
    }

    private void check(String subject, List<String> allowed) {
        Set<String> forbidden = new LinkedHashSet<>(MAY_USE.keySet());
        forbidden.add("cli");
        forbidden.removeAll(allowed);
        forbidden.remove(subject);
        String[] packages =
                forbidden.stream().map(other -> ROOT + "." + other + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + subject + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .allowEmptyShould(true)
                .check(classes);
    }

    private static String subject(String packageName) {
        if (packageName.length() <= ROOT.length()) {
            return "";
        }
        String rest = packageName.substring(ROOT.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
