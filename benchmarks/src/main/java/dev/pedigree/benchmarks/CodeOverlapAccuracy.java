package dev.pedigree.benchmarks;

import java.nio.file.Path;

final class CodeOverlapAccuracy {
    private CodeOverlapAccuracy() {}

    static void run(Path corpora, boolean test) {}
}
