package dev.pedigree.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Response;
import dev.pedigree.identity.IdentityClaim.Channel;
import dev.pedigree.identity.IdentityClaim.Modality;
import dev.pedigree.identity.IdentityClaim.Polarity;
import dev.pedigree.identity.IdentityClaim.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sentences in nine languages, by kind, with their prompts: who is claimed, denied, imposed, and that nobody else is. */
class IdentitySentencesTest {
    private static final String TODO = "todo ";

    @TestFactory
    List<DynamicTest> everySentenceIsReadRightly() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String[] row : Resources.table("sentences.tsv", 6)) {
            String name = row[0] + ' ' + row[1] + ' ' + row[2] + ": " + row[4];
            boolean todo = row[5].startsWith(TODO);
            String wanted = todo ? row[5].substring(TODO.length()) : row[5];
            tests.add(DynamicTest.dynamicTest(name, () -> {
                List<IdentityClaim> claims =
                        IdentityScanner.withDefaults().scan(Response.of("case", unescaped(row[3]), unescaped(row[4])));
                for (IdentityClaim claim : claims) {
                    assertThat(unescaped(row[4]).substring(claim.start(), claim.end()))
                            .isEqualTo(claim.quote());
                }
                List<String> faults = faults(claims, wanted);
                if (todo) {
                    assertThat(faults).as("read now: drop the mark").isNotEmpty();
                } else {
                    assertThat(faults).as(claims.toString()).isEmpty();
                }
            }));
        }
        return tests;
    }

    private static String unescaped(String field) {
        return field.replace("\\n", "\n");
    }

    private static List<String> faults(List<IdentityClaim> claims, String wanted) {
        List<String> faults = new ArrayList<>();
        List<String> vendors = new ArrayList<>();
        for (String want : wanted.isEmpty() ? new String[0] : wanted.split(" ")) {
            char end = want.charAt(want.length() - 1);
            boolean denied = want.charAt(0) == '-';
            String body = want.substring(denied ? 1 : 0, end == '!' || end == '+' ? want.length() - 1 : want.length());
            boolean open = body.startsWith("other:");
            String vendor = open ? "other:" : body.split(":", 2)[0];
            String types = open || !body.contains(":") ? "" : body.split(":", 2)[1];
            boolean met = claims.stream()
                    .filter(c -> denied ? c.polarity() == Polarity.DENIED : isMeant(c))
                    .filter(c -> open
                            ? c.vendor().startsWith(vendor)
                            : c.vendor().equals(vendor) || types.contains("scar") && c.type() == Type.SUBSTITUTION_SCAR)
                    .filter(c -> types.isEmpty() || List.of(types.split("\\|")).contains(low(c.type())))
                    .anyMatch(c -> end != '!' && end != '+' || c.sincere() == (end == '+'));
            if (!met) {
                faults.add("missing: " + want);
            }
            if (!denied) {
                vendors.add(vendor);
            }
        }
        for (IdentityClaim claim : claims) {
            String vendor = claim.vendor().startsWith("other:") ? "other:" : claim.vendor();
            if (isMeant(claim) && !vendor.isEmpty() && !vendors.contains(vendor)) {
                faults.add("not said: " + claim);
            }
        }
        return faults;
    }

    private static boolean isMeant(IdentityClaim claim) {
        return claim.polarity() == Polarity.AFFIRMED
                && claim.modality() == Modality.REAL
                && claim.channel() != Channel.CODE;
    }

    private static String low(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
