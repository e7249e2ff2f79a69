package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A reference answer that may be behind a match, and how much speaks for looking closer. Not shared between threads. */
final class Document {
    private final int segment;
    private final int answer;
    private final int model;
    private final boolean samePrompt;
    private final List<Span> spans = new ArrayList<>();
    private int evidence;

    Document(int segment, int answer, int model, boolean samePrompt) {
        this.segment = segment;
        this.answer = answer;
        this.model = model;
        this.samePrompt = samePrompt;
    }

    /** The same key as of a span in it. */
    long key() {
        return (long) segment << 32 | answer;
    }

    int segment() {
        return segment;
    }

    int answer() {
        return answer;
    }

    int model() {
        return model;
    }

    boolean isSamePrompt() {
        return samePrompt;
    }

    void add(Span span) {
        spans.add(span);
    }

    /** The verbatim spans that the answer shares with the suspect's, the longest first. */
    List<Span> spans() {
        spans.sort((a, b) -> a.length() != b.length()
                ? Integer.compare(b.length(), a.length())
                : Integer.compare(a.suspect(), b.suspect()));
        return Collections.unmodifiableList(spans);
    }

    void addEvidence(int words) {
        evidence += words;
    }

    /** Words that speak for looking closer. */
    int evidence() {
        return evidence;
    }
}
