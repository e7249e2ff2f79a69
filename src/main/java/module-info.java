/**
 * Pedigree: was this language model trained on another model's outputs? Evidence that can be defended, never proof.
 */
module dev.pedigree {
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.google.common;
    requires commons.math3;
    requires aircompressor;
    requires static info.picocli;

    exports dev.pedigree;
    exports dev.pedigree.compare;
    exports dev.pedigree.corpus;
    exports dev.pedigree.exact;
    exports dev.pedigree.feature;
    exports dev.pedigree.fingerprint;
    exports dev.pedigree.reference;
    exports dev.pedigree.report;
    exports dev.pedigree.identity;
    exports dev.pedigree.overlap;
    exports dev.pedigree.stats;
    exports dev.pedigree.text;
    exports dev.pedigree.verdict;
}
