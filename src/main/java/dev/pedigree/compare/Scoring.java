package dev.pedigree.compare;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** From each candidate's likeness in each channel to its score, over all channels or over some of them. */
final class Scoring {
    /** All channels. */
    static final Set<Channel> ALL = Collections.unmodifiableSet(EnumSet.allOf(Channel.class));

    private static final double RIVALS_WEIGHT = 0.1;

    private final boolean[][] rivals; // by candidate and other: may the other's likeness count against it?

    private Scoring(boolean[][] rivals) {
        this.rivals = rivals;
    }

    static Scoring of(List<ReferenceModel> candidates, Predicate<ReferenceModel> admissible) {
        boolean[][] rivals = new boolean[candidates.size()][candidates.size()];
        for (int o = 0; o < rivals.length; o++) {
            boolean possible = admissible.test(candidates.get(o));
            for (int c = 0; c < rivals.length; c++) {
                rivals[c][o] = possible && !candidates.get(o).sameHouse(candidates.get(c));
            }
        }
        return new Scoring(rivals);
    }

    /** Each channel alone, then all but one of them: what a verdict shows beside the whole. */
    static List<Set<Channel>> parts() {
        List<Set<Channel>> parts = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            parts.add(only(channel));
        }
        for (Channel channel : Channel.values()) {
            parts.add(without(channel));
        }
        return parts;
    }

    static Set<Channel> only(Channel channel) {
        return Collections.unmodifiableSet(EnumSet.of(channel));
    }

    static Set<Channel> without(Channel channel) {
        return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(channel)));
    }

    static Set<FeatureFamily> families(Set<Channel> part) {
        return part.stream()
                .map(Channel::family)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FeatureFamily.class)));
    }

    /** The mean likeness over some channels: by candidate, from likeness by candidate and channel. */
    static double[] means(double[][] likeness, Set<Channel> part) {
        int[] counted = part.stream().mapToInt(Channel::ordinal).toArray();
        double[] means = new double[likeness.length];
        for (int c = 0; c < means.length; c++) {
            for (int channel : counted) {
                means[c] += likeness[c][channel];
            }
            means[c] /= counted.length;
        }
        return means;
    }

    /** One candidate's score, from likeness by candidate and channel and the channels that count. */
    double of(double[][] likeness, Set<Channel> part, int candidate, PromptRegime regime) {
        return of(means(likeness, part), candidate, regime);
    }

    /**
     * One candidate's score.
     *
     * @param likeness every candidate's likeness, the mean over the channels that count
     * @param candidate the index of the candidate
     * @param regime how well the library knows the prompts
     * @return the score
     */
    double of(double[] likeness, int candidate, PromptRegime regime) {
        double own = likeness[candidate];
        if (regime == PromptRegime.UNSEEN) {
            return own;
        }
        boolean[] rival = rivals[candidate];
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (int o = 0; o < likeness.length; o++) {
            double other = likeness[o];
            if (other > second && rival[o]) {
                second = Math.min(first, other);
                first = Math.max(first, other);
            }
        }
        if (first == Double.NEGATIVE_INFINITY) {
            return own;
        }
        double best = second == Double.NEGATIVE_INFINITY ? first : (first + second) / 2;
        return (own - RIVALS_WEIGHT * best) / (1 - RIVALS_WEIGHT);
    }
}
