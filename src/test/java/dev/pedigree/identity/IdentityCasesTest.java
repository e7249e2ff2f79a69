package dev.pedigree.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Response;
import dev.pedigree.identity.IdentityClaim.Modality;
import dev.pedigree.identity.IdentityClaim.Polarity;
import dev.pedigree.identity.IdentityClaim.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each trap of the grammar as a sentence, in nine languages. */
class IdentityCasesTest {
    private static final List<String[]> CASES = Resources.table("cases.tsv", 2);

    @TestFactory
    List<DynamicTest> everySentenceIsReadRightly() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String[] row : CASES) {
            tests.add(DynamicTest.dynamicTest(
                    row[0], () -> assertThat(vendors(row[0])).isEqualTo(expected(row[1]))));
        }
        return tests;
    }

    @Test
    void thereAreEnough() {
        assertThat(CASES).hasSizeGreaterThan(200);
    }

    private static TreeSet<String> expected(String field) {
        TreeSet<String> vendors = new TreeSet<>();
        for (String vendor : field.split(",")) {
            if (!vendor.isEmpty()) {
                vendors.add(vendor);
            }
        }
        return vendors;
    }

    private static TreeSet<String> vendors(String text) {
        TreeSet<String> vendors = new TreeSet<>();
        for (IdentityClaim claim : IdentityScanner.withDefaults().scan(Response.of("case", "", text))) {
            boolean said = claim.polarity() == Polarity.AFFIRMED && claim.modality() == Modality.REAL;
            if (said
                    && claim.type() != Type.SUBSTITUTION_SCAR
                    && !claim.vendor().isEmpty()) {
                vendors.add(claim.vendor());
            }
        }
        return vendors;
    }
}
