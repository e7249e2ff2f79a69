package dev.pedigree.compare;

import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.PromptSketches;
import dev.pedigree.internal.Visible;
import java.util.List;

/** How many prompts two models have both answered. */
final class CommonPrompts {
    static final int MIN_PROMPTS = 20;
    private static final int NAME = 120;

    private CommonPrompts() {}

    /** Refuses models of which two have answered too few prompts in common to be compared by what they say to each. */
    static void require(List<ComparedModel> names, List<Fingerprint> prints) {
        for (int i = 1; i < prints.size(); i++) {
            for (int j = 0; j < i; j++) {
                int common = count(prints.get(i).sketches(), prints.get(j).sketches());
                if (common < MIN_PROMPTS) {
                    throw new IllegalArgumentException("'"
                            + Visible.line(names.get(j).name(), NAME) + "' and '"
                            + Visible.line(names.get(i).name(), NAME) + "' have answered " + common
                            + " prompts in common, at least " + MIN_PROMPTS
                            + " are needed to compare what they say to the same prompts");
                }
            }
        }
    }

    private static int count(PromptSketches a, PromptSketches b) {
        int common = 0;
        int j = 0;
        for (int i = 0; i < a.size(); i++) {
            while (j < b.size() && b.key(j) < a.key(i)) {
                j++;
            }
            common += j < b.size() && b.key(j) == a.key(i) ? 1 : 0;
        }
        return common;
    }
}
