package dev.pedigree.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.GammaDistribution;

/** How often models of one kind say a thing; families are weighed alike. */
final class IdentityGroup {
    private static final double UPPER = 0.95;

    private final Map<String, List<Double>> shares = new TreeMap<>();
    private int models;
    private double prompts;

    void add(String family, int count, int asked) {
        shares.computeIfAbsent(family, f -> new ArrayList<>()).add(count / (double) asked);
        models++;
        prompts += asked;
    }

    int models() {
        return models;
    }

    int families() {
        return shares.size();
    }

    /** The mean share of prompts; half a prompt of one more family is added, so that it is never 0. */
    double mean() {
        return padded().stream().mapToDouble(x -> x).sum() / padded().size();
    }

    /** The upper limit of the mean, by the gamma law of its mean and variance over families. */
    double upper() {
        double mean = mean();
        double squares = padded().stream().mapToDouble(x -> x * x).sum();
        int n = padded().size();
        double variance = (squares - n * mean * mean) / (n - 1) / n;
        return new GammaDistribution(mean * mean / variance, variance / mean).inverseCumulativeProbability(UPPER);
    }

    private List<Double> padded() {
        List<Double> means = new ArrayList<>(List.of(0.5 / asked()));
        shares.values()
                .forEach(family -> means.add(family.stream().mapToDouble(x -> x).sum() / family.size()));
        return means;
    }

    private double asked() {
        return prompts / models;
    }

    /** The mean number of prompts, nothing added. */
    double count() {
        return moment(1);
    }

    /** What the variance of that number between models exceeds Poisson's by; below 0 where it is less. */
    double excess() {
        return moment(2) - moment(1) * moment(1) - moment(1);
    }

    private double moment(int power) {
        double sum = 0;
        for (List<Double> family : shares.values()) {
            for (double share : family) {
                sum += StrictMath.pow(share * asked(), power) / family.size() / families();
            }
        }
        return sum;
    }
}
