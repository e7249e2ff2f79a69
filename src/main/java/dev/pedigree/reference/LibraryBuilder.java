package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers fingerprints and learns a {@link ReferenceLibrary} from them. Mutable; not safe to share between threads. */
public final class LibraryBuilder {
    private static final int DIRECTIONS = 200;

    private record Member(ReferenceModel model, Fingerprint print) {}

    private final Map<String, List<Member>> members = new LinkedHashMap<>();

    LibraryBuilder() {}

    /**
     * Adds a model's answers to a prompt set. A model may be added once for each prompt set.
     *
     * @param promptSet what the prompt set is called
     * @param model the model
     * @param print the fingerprint of its answers; not empty
     * @return this builder
     */
    public LibraryBuilder add(String promptSet, ReferenceModel model, Fingerprint print) {
        if (print.responses() == 0) {
            throw new IllegalArgumentException("the fingerprint of '" + model.name() + "' is empty");
        }
        List<Member> set = members.computeIfAbsent(requireNonNull(promptSet, "promptSet"), k -> new ArrayList<>());
        if (set.stream().anyMatch(m -> m.model.name().equals(model.name()))) {
            throw new IllegalArgumentException("'" + model.name() + "' is in prompt set '" + promptSet + "' already");
        }
        set.add(new Member(model, print));
        return this;
    }

    /**
     * Learns the library.
     *
     * @param name what it is called
     * @return the library
     * @throws IllegalStateException if fewer than two models can stand in a cohort, or if fingerprints are of different schemes
     */
    public ReferenceLibrary build(String name) {
        List<Member> all = members.values().stream().flatMap(List::stream).toList();
        if (all.stream().filter(m -> m.model.kind().standsInCohort()).count() < 2) {
            throw new IllegalStateException("a library needs at least two models that are no copies of others");
        }
        if (all.stream().map(m -> m.print.scheme()).distinct().count() > 1) {
            throw new IllegalStateException("fingerprints of different schemes cannot be compared");
        }
        List<FeatureSpace> spaces = new ArrayList<>();
        for (Map.Entry<FeatureFamily, Integer> family : vocabularySizes().entrySet()) {
            spaces.add(FeatureSpace.learn(family.getKey(), samples(family.getKey()), family.getValue(), DIRECTIONS));
        }
        List<PromptSet> promptSets = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, List<Member>> set : members.entrySet()) {
            for (Member member : set.getValue()) {
                entries.add(ReferenceLibrary.entry(member.model, promptSets.size(), member.print, spaces));
            }
            promptSets.add(PromptSet.of(
                    set.getKey(), set.getValue().stream().map(Member::print).toList()));
        }
        return new ReferenceLibrary(name, all.get(0).print.scheme(), promptSets, spaces, entries, Map.of(), Map.of());
    }

    /** The families compared by, with how many of their features are kept. */
    private static Map<FeatureFamily, Integer> vocabularySizes() {
        Map<FeatureFamily, Integer> sizes = new LinkedHashMap<>();
        sizes.put(FeatureFamily.OPENING, 2355);
        sizes.put(FeatureFamily.STARTS, 3000);
        sizes.put(FeatureFamily.LINES, 2500);
        return sizes;
    }

    private List<FeatureSpace.Sample> samples(FeatureFamily family) {
        List<FeatureSpace.Sample> samples = new ArrayList<>();
        int ordinal = 0;
        for (List<Member> set : members.values()) {
            for (Member member : set) {
                if (member.model.kind().standsInCohort()) {
                    samples.add(ReferenceLibrary.sample(ordinal, member.print, family));
                }
            }
            ordinal++;
        }
        return samples;
    }
}
