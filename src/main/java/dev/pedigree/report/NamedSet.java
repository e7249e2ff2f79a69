package dev.pedigree.report;

import dev.pedigree.identity.Vendors;
import dev.pedigree.internal.Visible;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The candidates that a verdict names and cannot tell apart, by whose they are: listed by name, so that nobody takes the nearest for the
 * only one, and by lab, as a row of snapshots tells most readers little.
 *
 * @param groups the labs, that of the nearest candidate first; empty where fewer than two candidates are named
 * @param rest how many more are named
 */
record NamedSet(List<Group> groups, int rest) {
    /** So many candidates are listed. */
    private static final int LISTED = 12;

    /**
     * Candidates of one lab.
     *
     * @param lab its name for people; empty where nothing is known of any candidate's lab
     * @param names the candidates, nearest first
     */
    record Group(String lab, List<String> names) {
        String plain() {
            String joined = String.join(
                    ", ",
                    names.stream().map(name -> Visible.line(name, Escapes.NAME)).toList());
            return lab.isEmpty() ? joined : Visible.line(lab, Escapes.NAME) + ": " + joined;
        }
    }

    static NamedSet of(Verdict verdict) {
        List<String> names = verdict.conclusion().candidates();
        if (names.size() < 2) {
            return new NamedSet(List.of(), 0);
        }
        Map<String, String> labs = new HashMap<>();
        for (CandidateFinding candidate : verdict.candidates()) {
            labs.put(candidate.name(), Vendors.name(candidate.lab()));
        }
        Map<String, List<String>> byLab = new LinkedHashMap<>();
        List<String> listed = names.subList(0, StrictMath.min(LISTED, names.size()));
        listed.forEach(name -> byLab.computeIfAbsent(labs.getOrDefault(name, ""), lab -> new ArrayList<>())
                .add(name));
        List<Group> groups = new ArrayList<>();
        byLab.forEach((lab, models) ->
                groups.add(new Group(lab.isEmpty() && byLab.size() > 1 ? "lab not known" : lab, List.copyOf(models))));
        return new NamedSet(List.copyOf(groups), names.size() - listed.size());
    }

    /** What stands before the groups. */
    String title() {
        boolean labs = groups.stream().anyMatch(g -> !g.lab().isEmpty());
        return "These candidates cannot be told apart"
                + (labs ? " (by lab, the nearest first" : " (the nearest first")
                + (rest > 0 ? "; " + rest + " more are in the JSON report):" : "):");
    }
}
