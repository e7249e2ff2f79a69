package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.Deferred;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Gathers fingerprints and learns a {@link ReferenceLibrary} from them. Mutable; not safe to share between threads. */
public final class LibraryBuilder {
    private static final int DIRECTIONS = 200;

    private record Member(ReferenceModel model, Fingerprint print) {}

    private final Map<String, List<Member>> members = new LinkedHashMap<>();
    private Executor executor = Runnable::run;

    LibraryBuilder() {}

    /**
     * Gives threads to use in learning; without, everything is done on the caller's. Nothing depends on it but the time taken.
     *
     * @param threads where parts of the work may be done
     * @return this builder
     */
    public LibraryBuilder withExecutor(Executor threads) {
        executor = requireNonNull(threads, "threads");
        return this;
    }

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
        return build(name, set -> true);
    }

    /**
     * For each prompt set the library as it would be if nobody had answered it while the feature spaces were learned; its models are
     * placed in them afterwards. From these can be learned what scores are worth on prompts that the library does not know: in spaces
     * that were learned from the same prompts, such scores are lower than they ever are.
     *
     * @param name what the libraries are called
     * @return by prompt set, a library with the models of {@link #build} in the same order; prompt sets beside which fewer than two
     *     models can stand in a cohort are missing
     */
    public Map<String, ReferenceLibrary> buildForUnseenPrompts(String name) {
        Map<String, ReferenceLibrary> libraries = new LinkedHashMap<>();
        for (String promptSet : members.keySet()) {
            long others = members.entrySet().stream()
                    .filter(set -> !set.getKey().equals(promptSet))
                    .flatMap(set -> set.getValue().stream())
                    .filter(m -> m.model.kind().standsInCohort())
                    .count();
            if (others > 1) {
                libraries.put(promptSet, build(name, set -> !set.equals(promptSet)));
            }
        }
        return libraries;
    }

    private ReferenceLibrary build(String name, Predicate<String> learnedFrom) {
        List<Deferred<FeatureSpace>> learning = new ArrayList<>();
        for (Map.Entry<FeatureFamily, Integer> family : vocabularySizes().entrySet()) {
            List<FeatureSpace.Sample> samples = samples(family.getKey(), learnedFrom);
            learning.add(Deferred.on(
                    executor, () -> FeatureSpace.learn(family.getKey(), samples, family.getValue(), DIRECTIONS)));
        }
        List<FeatureSpace> spaces = learning.stream().map(Deferred::result).toList();
        Placer placer = new Placer(spaces);
        List<PromptSet> promptSets = new ArrayList<>();
        List<Deferred<Entry>> entries = new ArrayList<>();
        for (Map.Entry<String, List<Member>> set : members.entrySet()) {
            int ordinal = promptSets.size();
            for (Member member : set.getValue()) {
                entries.add(Deferred.on(executor, () -> placer.place(member.model, ordinal, member.print)));
            }
            promptSets.add(PromptSet.of(
                    set.getKey(), set.getValue().stream().map(Member::print).toList()));
        }
        return new ReferenceLibrary(
                name,
                new Population(
                        members.values().iterator().next().get(0).print.scheme(),
                        promptSets,
                        spaces,
                        entries.stream().map(Deferred::result).toList()),
                Learned.NOTHING);
    }

    /** The families compared by, with how many of their features are kept. */
    private static Map<FeatureFamily, Integer> vocabularySizes() {
        Map<FeatureFamily, Integer> sizes = new LinkedHashMap<>();
        sizes.put(FeatureFamily.OPENING, 2355);
        sizes.put(FeatureFamily.STARTS, 3000);
        sizes.put(FeatureFamily.LINES, 2500);
        return sizes;
    }

    private List<FeatureSpace.Sample> samples(FeatureFamily family, Predicate<String> learnedFrom) {
        List<FeatureSpace.Sample> samples = new ArrayList<>();
        int ordinal = 0;
        for (Map.Entry<String, List<Member>> set : members.entrySet()) {
            if (!learnedFrom.test(set.getKey())) {
                continue;
            }
            for (Member member : set.getValue()) {
                if (member.model.kind().standsInCohort()) {
                    samples.add(FeatureSpace.Sample.of(ordinal, member.print, family));
                }
            }
            ordinal++;
        }
        return samples;
    }
}
