package dev.pedigree.feature;

import java.util.ArrayList;
import java.util.List;

/** Hands out the feature ids of a family whose features have names of their own, in the order in which they are declared. */
final class Names {
    private final List<String> names = new ArrayList<>();

    /** The id of the next feature. */
    int add(String name) {
        names.add(name);
        return names.size() - 1;
    }

    /** The first of the ids of several features. */
    int addAll(String prefix, String... suffixes) {
        int first = names.size();
        for (String suffix : suffixes) {
            names.add(prefix + suffix);
        }
        return first;
    }

    /** The first of the ids of a histogram with buckets {@code 0, 1, ..., count - 1}, the last one open. */
    int histogram(String what, int count) {
        return histogram(what, count, 1, 1);
    }

    /** The same with buckets of a width, named by their lower ends in units of {@code 1/scale}. */
    int histogram(String what, int count, int width, int scale) {
        int first = names.size();
        for (int i = 0; i < count; i++) {
            names.add(what + (i == count - 1 ? " >= " : " from ") + decimal(i * width, scale));
        }
        return first;
    }

    private static String decimal(int value, int scale) {
        return scale == 1
                ? Integer.toString(value)
                : value / scale + "." + Integer.toString(scale + value % scale).substring(1);
    }

    int size() {
        return names.size();
    }

    String name(int id) {
        return names.get(id);
    }

    /** floor(log2(value)) + 1, at most {@code limit}; 0 for 0: the buckets 0, 1, 2-3, 4-7, ... */
    static int octave(int value, int limit) {
        return Math.min(limit, 32 - Integer.numberOfLeadingZeros(value));
    }
}
