package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/** How one family's features are found. May hold scratch space; not shared between threads. */
interface Extractor {
    /** Adds the features of a text. */
    void extract(TextScanner text, FeatureBuffer out);
}
