package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A known model, and what is publicly known of its descent.
 *
 * @param name the model's name, unique within a prompt set of a library
 * @param identity the name of the same weights in the library, where one prompt set calls them otherwise than another; else
 *     the name; in lower case
 * @param family relatives that text can hardly tell apart: snapshots, sizes, siblings; where unknown, the name
 * @param lab who made it; empty where unknown
 * @param kind what it is known to be
 * @param teachers the families on whose outputs it is known to be trained; may be empty
 * @param parent the family whose weights it continues; empty where it has none or it is unknown
 * @param availableSince the month from which anybody could have used it as a teacher; empty where unknown
 * @param independent whether it is taken to be trained on no other lab's outputs; an assumption that nobody outside can verify
 */
public record ReferenceModel(
        String name,
        String identity,
        String family,
        String lab,
        Kind kind,
        List<String> teachers,
        String parent,
        Optional<YearMonth> availableSince,
        boolean independent) {

    /** What a model is known to be. */
    public enum Kind {
        /** A lab's own model: a candidate teacher. */
        PRIMARY,
        /** Trained on outputs of a disclosed teacher. */
        STUDENT,
        /** Trained on outputs of a teacher, on weak evidence. */
        WEAK,
        /** Fine-tuned on texts of humans alone. */
        HUMAN,
        /** A language model without instruction tuning. */
        BASE,
        /** A chat model's weights trained further. */
        DERIVED,
        /** Another model's answers, selected or rewritten. */
        COPY,
        /** Another model under a different system prompt. */
        VARIANT,
        /** Trained on several sources, human and artificial. */
        MIXED,
        /** Not known. */
        UNKNOWN,
        /** Not a model at all, but an entry made to fool benchmarks. */
        JUNK;

        /**
         * Tells whether the kind may stand in a cohort, the population against which scores are made.
         *
         * @return whether its answers are its own
         */
        public boolean standsInCohort() {
            return this != COPY && this != VARIANT && this != JUNK;
        }
    }

    /** Copies the list. */
    public ReferenceModel {
        requireNonNull(name, "name");
        requireNonNull(identity, "identity");
        requireNonNull(family, "family");
        requireNonNull(lab, "lab");
        requireNonNull(kind, "kind");
        requireNonNull(parent, "parent");
        requireNonNull(availableSince, "availableSince");
        teachers = List.copyOf(teachers);
        if (name.isEmpty() || family.isEmpty()) {
            throw new IllegalArgumentException("a reference model needs a name and a family");
        }
    }

    /**
     * A model of which nothing but the name is known.
     *
     * @param name its name
     * @return a model that is its own family
     */
    public static ReferenceModel named(String name) {
        return new ReferenceModel(
                name, name.toLowerCase(Locale.ROOT), name, "", Kind.UNKNOWN, List.of(), "", Optional.empty(), false);
    }

    /**
     * Tells whether a name is this model's, however it is written: upper and lower case and the signs between letters and digits do
     * not count, nor does a well-known publisher before the name, as in {@code meta-llama/Llama-3.1-8B-Instruct} or
     * {@code meta-llama__Llama-3.1-8B-Instruct}.
     *
     * @param other a name
     * @return whether it is
     */
    public boolean isCalled(String other) {
        return name.equalsIgnoreCase(other) || ModelNames.normal(name).equals(ModelNames.normal(other));
    }

    /**
     * Tells whether two models share so much that one must not be judged by the other: the same family, or weights of one continued
     * in the other.
     *
     * @param other another model
     * @return whether they are relatives; symmetric
     */
    public boolean isRelativeOf(ReferenceModel other) {
        return family.equals(other.family)
                || (!parent.isEmpty() && parent.equals(other.family))
                || (!other.parent.isEmpty() && other.parent.equals(family));
    }

    /**
     * Tells whether two models come from the same house: the same lab where it is known, the same family otherwise.
     *
     * @param other another model
     * @return whether they do; symmetric
     */
    public boolean sameHouse(ReferenceModel other) {
        return lab.isEmpty() || other.lab.isEmpty() ? family.equals(other.family) : lab.equals(other.lab);
    }

    /**
     * Tells whether the model could have been used as a teacher of a model that appeared in a given month.
     *
     * @param month the month
     * @return false only where it is known to have appeared in that month or later
     */
    public boolean availableBefore(YearMonth month) {
        return availableSince.isEmpty() || availableSince.get().isBefore(month);
    }
}
