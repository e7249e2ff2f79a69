package dev.pedigree;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Models that never existed: each opens its answers and starts its sentences with habits of its own, a student mostly with those of
 * its teacher. What they say is the same word salad for all.
 */
public final class SyntheticModels {
    private static final String[] HABITS = {
        "Sure, here is", "Certainly! Here", "To begin with,", "In short,", "Great question.", "Here are",
                "The answer is",
        "Let us see:", "I think that", "It depends on", "First of all,", "Well, you", "There are many", "As you know,",
        "One way is", "Of course!", "You might want", "Please note that", "Many people", "This is a", "Yes, and",
        "No single", "Before we start,", "A good way", "Some say", "Think of it", "Remember that", "Keep in mind",
        "On the one hand,", "Broadly speaking,", "For example,", "However,", "In addition,", "Overall,", "Finally,",
        "That said,", "By contrast,", "As a result,", "More often,", "Still,"
    };
    private static final String[] WORDS = {
        "river", "bread", "window", "slowly", "green", "market", "paper", "often", "stone", "music", "winter", "plan",
        "and", "of", "the", "to", "with", "for", "in", "that", "is", "a", "careful", "bridge", "story", "number"
    };

    /** Labs' own models. */
    public static final Predicate<ReferenceModel> LABS = model -> model.kind() == ReferenceModel.Kind.PRIMARY;

    private SyntheticModels() {}

    /** A model's answers to the prompts of a set, numbered from 0. */
    public static Corpus answers(String name, String promptSet, int prompts, double[] habits, long seed) {
        List<Response> responses = new ArrayList<>();
        for (int p = 0; p < prompts; p++) {
            SplitMix64 random = new SplitMix64(seed * 1_000_003 + p);
            StringBuilder text = new StringBuilder();
            int sentences = 4 + random.nextInt(4);
            for (int s = 0; s < sentences; s++) {
                text.append(draw(habits, random));
                for (int w = 3 + random.nextInt(6); w > 0; w--) {
                    text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
                }
                text.append(random.nextInt(3) == 0 ? ".\n\n" : ". ");
            }
            responses.add(Response.of(promptSet + p, "Question " + p + " of " + promptSet, text.toString()));
        }
        return Corpus.of(name, responses);
    }

    /** Habits of a house: each model of it leans to the same phrases. */
    public static double[] habits(long house, double strength) {
        SplitMix64 random = new SplitMix64(house);
        double[] weights = new double[HABITS.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + strength * StrictMath.pow(random.nextDouble(), 6);
        }
        return weights;
    }

    /** The phrases that a model with such habits says most, in lower case. */
    public static List<String> favourites(double[] habits, int count) {
        return IntStream.range(0, HABITS.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -habits[i]))
                .limit(count)
                .map(i -> HABITS[i].toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Mostly the habits of one, the rest of another. */
    public static double[] blend(double[] teacher, double[] own, double share) {
        double[] mixed = new double[own.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = share * teacher[i] / sum(teacher) + (1 - share) * own[i] / sum(own);
        }
        return mixed;
    }

    /** The fingerprint of a corpus. */
    public static Fingerprint print(Corpus corpus) {
        return Fingerprinter.withDefaults().fingerprint(corpus);
    }

    /** A lab's own model, of no known date. */
    public static ReferenceModel primary(String name, String lab) {
        return primary(name, lab, Optional.empty());
    }

    private static ReferenceModel primary(String name, String lab, Optional<YearMonth> availableSince) {
        return new ReferenceModel(
                name, name, "family-" + name, lab, ReferenceModel.Kind.PRIMARY, List.of(), "", availableSince, true);
    }

    /** One of the eight labs of the library. */
    public static ReferenceModel lab(int lab) {
        return primary("lab" + lab, "lab-" + lab, lab < 3 ? Optional.of(YearMonth.of(2023, 3)) : Optional.empty());
    }

    /** A model of texts of humans alone. */
    public static ReferenceModel human(String name) {
        return new ReferenceModel(
                name, name, "family-" + name, "", ReferenceModel.Kind.HUMAN, List.of(), "", Optional.empty(), true);
    }

    /** A student of a lab's model. */
    public static ReferenceModel student(String name, String teacher) {
        return new ReferenceModel(
                name,
                name,
                "family-" + name,
                "",
                ReferenceModel.Kind.STUDENT,
                List.of("family-" + teacher),
                "",
                Optional.of(YearMonth.of(2024, 1)),
                false);
    }

    /** Eight labs with one model each, those of the first three since March 2023, and seven students of these. */
    public static LibraryBuilder library(int prompts) {
        LibraryBuilder builder = ReferenceLibrary.builder();
        for (String promptSet : List.of("alpha", "beta")) {
            for (int lab = 0; lab < 8; lab++) {
                builder.add(
                        promptSet, lab(lab), print(answers("lab" + lab, promptSet, prompts, teacher(lab), 100 + lab)));
            }
            for (int s = 0; s < 7; s++) {
                builder.add(
                        promptSet,
                        student("student" + s, "lab" + s % 3),
                        print(answers("student" + s, promptSet, prompts, pupil(s % 3, s), 200 + s)));
            }
        }
        return builder;
    }

    /** The habits of a lab's model. */
    public static double[] teacher(int lab) {
        return habits(lab + 1, 40);
    }

    /** The habits of a student of a lab's model. */
    public static double[] pupil(int lab, int which) {
        return blend(teacher(lab), habits(1000 + which, 10), 0.8);
    }

    private static String draw(double[] weights, SplitMix64 random) {
        double at = random.nextDouble() * sum(weights);
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return HABITS[i];
            }
        }
        return HABITS[HABITS.length - 1];
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
