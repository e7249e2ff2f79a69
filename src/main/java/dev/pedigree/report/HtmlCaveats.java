package dev.pedigree.report;

import dev.pedigree.verdict.Caveat;
import dev.pedigree.verdict.Verdict;
import java.util.List;

/** The page's sections on what the verdict does not say. */
final class HtmlCaveats {
    private final Verdict verdict;
    private final Html html;

    HtmlCaveats(Verdict verdict, Html html) {
        this.verdict = verdict;
        this.html = html;
    }

    void write() {
        list("others", "Other explanations", true);
        list("caveats", "Caveats", false);
    }

    private void list(String id, String title, boolean explanations) {
        List<Caveat> caveats = verdict.caveats().stream()
                .filter(c -> (c.kind() == Caveat.Kind.ALTERNATIVE_EXPLANATION) == explanations)
                .toList();
        if (caveats.isEmpty()) {
            return;
        }
        html.section(id, title);
        html.open("ul");
        for (Caveat caveat : caveats) {
            html.open("li");
            if (!explanations) {
                html.element("b", word(caveat.kind()));
            }
            html.quote(caveat.text(), Escapes.SENTENCE).close();
        }
        html.close().close();
    }

    private static String word(Caveat.Kind kind) {
        return switch (kind) {
            case GENERAL -> "Always. ";
            case ALTERNATIVE_EXPLANATION -> "";
            case SAMPLE -> "Sample. ";
            case CALIBRATION -> "Calibration. ";
            case CONFOUND -> "Confound. ";
            case RELATIVES -> "Known model. ";
            case DATES -> "Dates. ";
        };
    }
}
