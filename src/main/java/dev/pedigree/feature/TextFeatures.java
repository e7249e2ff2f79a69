package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import java.util.List;

/** The features of single texts, for whoever looks at answers one by one. Holds scratch space; not safe to share between threads. */
public final class TextFeatures {
    private final TextScanner scanner = new TextScanner();
    private final FeatureExtractor extractor = new FeatureExtractor();
    private final FeatureBuffer buffer = FeatureBuffer.ofIds();
    private final List<FeatureFamily> families;

    /**
     * Looks at some families.
     *
     * @param families the families, in the order in which their features are wanted
     */
    public TextFeatures(List<FeatureFamily> families) {
        this.families = List.copyOf(families);
    }

    /**
     * The features of one text.
     *
     * @param text the text
     * @return those of each family, in the order of the families
     */
    public FeatureCounts[] of(String text) {
        scanner.scan(text);
        FeatureCounts[] counts = new FeatureCounts[families.size()];
        for (int f = 0; f < counts.length; f++) {
            extractor.extract(families.get(f), scanner, buffer);
            counts[f] = buffer.drain();
        }
        return counts;
    }
}
