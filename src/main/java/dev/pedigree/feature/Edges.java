package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenHash;

/**
 * Openings and closings: every prefix of the first eight tokens, and their single tokens and pairs wherever they stand among the
 * eight; for closings the same from the end. Models that were taught by the same teacher open alike even where their content
 * differs; compare the position-anchored n-grams of Sun et al., "Idiosyncrasies in Large Language Models", 2025,
 * arXiv:2502.12150, whose first-word classifier they extend. Line ends before the first and after the last word do not count.
 */
final class Edges implements Extractor {
    static final int TOKENS = 8;

    private static final long ANCHORED = 0x13198A2E03707344L;
    private static final long SINGLE = 0xA4093822299F31D0L;
    private static final long PAIR = 0x082EFA98EC4E6C89L;

    private final boolean closing;
    private final int bits;

    private Edges(boolean closing, int bits) {
        this.closing = closing;
        this.bits = bits;
    }

    static Edges opening(int bits) {
        return new Edges(false, bits);
    }

    static Edges closing(int bits) {
        return new Edges(true, bits);
    }

    /** The feature of texts that open, or close, with a token. */
    static int outermost(String token, int bits) {
        return Ngram.id(Ngram.step(ANCHORED, TokenHash.of(token)), bits);
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        int first = 0;
        int last = text.tokens() - 1;
        while (first <= last && text.kind(first).isLineEnd()) {
            first++;
        }
        while (last >= first && text.kind(last).isLineEnd()) {
            last--;
        }
        int count = Math.min(TOKENS, last - first + 1);
        int edge = closing ? last : first;
        int step = closing ? -1 : 1;
        out.reserve(3 * TOKENS);
        long anchored = ANCHORED;
        for (int i = 0; i < count; i++) {
            int token = edge + i * step;
            long hash = text.hash(token);
            anchored = Ngram.step(anchored, hash);
            add(text, out, anchored, edge, token);
            add(text, out, Ngram.step(SINGLE, hash), token, token);
            if (i + 1 < count) {
                add(text, out, Ngram.step(Ngram.step(PAIR, hash), text.hash(token + step)), token, token + step);
            }
        }
    }

    private void add(TextScanner text, FeatureBuffer out, long hash, int from, int to) {
        out.add(Ngram.id(hash, bits), text, Math.min(from, to), Math.max(from, to));
    }
}
