package dev.pedigree.verdict;

import dev.pedigree.identity.Vendors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whose the candidates are: what a reader wants to know before the names of snapshots. */
final class LabWords {
    private static final int LABS = 4; // more are counted together

    private LabWords() {}

    /** A candidate's name, with its laboratory where that is known. */
    static String named(CandidateFinding candidate) {
        return candidate.lab().isEmpty()
                ? candidate.name()
                : candidate.name() + " (" + Vendors.name(candidate.lab()) + ")";
    }

    /**
     * How many of several candidates are whose.
     *
     * @param candidates best first
     * @return for example ", 6 of OpenAI and 1 of Zhipu AI", ", all of OpenAI" or ", both of OpenAI"; empty where nobody's is known
     */
    static String whose(List<CandidateFinding> candidates) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        candidates.forEach(c -> counts.merge(Vendors.name(c.lab()), 1, Integer::sum));
        int unknown = counts.getOrDefault("", 0);
        counts.remove("");
        if (counts.isEmpty()) {
            return "";
        }
        if (counts.size() == 1 && unknown == 0) {
            return (candidates.size() == 2 ? ", both of " : ", all of ")
                    + counts.keySet().iterator().next();
        }
        List<Map.Entry<String, Integer>> labs = new ArrayList<>(counts.entrySet());
        labs.sort(Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())); // equals stay, best first
        int shown = labs.size() <= LABS ? labs.size() : LABS - 1;
        List<String> parts = new ArrayList<>();
        labs.subList(0, shown).forEach(lab -> parts.add(lab.getValue() + " of " + lab.getKey()));
        int rest = labs.subList(shown, labs.size()).stream()
                .mapToInt(Map.Entry::getValue)
                .sum();
        if (rest > 0) {
            parts.add(rest + " of other labs");
        }
        if (unknown > 0) {
            parts.add(unknown + " whose lab is not known");
        }
        String last = parts.remove(parts.size() - 1);
        return ", " + String.join(", ", parts) + " and " + last;
    }
}
