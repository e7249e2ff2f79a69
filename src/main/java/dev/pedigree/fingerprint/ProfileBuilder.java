package dev.pedigree.fingerprint;

import com.google.common.hash.Hashing;
import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Response;
import dev.pedigree.feature.FeatureExtractor;
import dev.pedigree.text.BlockKind;
import dev.pedigree.text.TextScanner;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a {@link CorpusProfile} holds, response by response. */
final class ProfileBuilder {
    private final long[] measures = new long[Measure.values().length];
    private final long[] lengths = new long[CorpusProfile.LENGTHS];
    private final long[] scripts = new long[Script.values().length];
    private final Map<String, Long> languages = new HashMap<>(); // its order is never used
    private final TreeMap<Integer, Long> systemPrompts = new TreeMap<>();

    void add(Response response, TextScanner text, FeatureExtractor extractor, boolean looping) {
        int tokens = text.tokens();
        count(Measure.EMPTY, tokens == 0 || tokens == 1 && text.isLineEnd(0));
        count(Measure.REFUSED, Refusals.opens(text));
        count(Measure.TRUNCATED, response.finish() == FinishReason.LENGTH);
        count(
                Measure.INTERRUPTED,
                response.finish() == FinishReason.FILTER || response.finish() == FinishReason.TOOL_CALL);
        count(Measure.LOOPING, looping);
        count(Measure.WITH_PROMPT, response.prompt().isKnown());
        count(Measure.WITH_REASONING, !response.reasoning().isEmpty());
        measures[Measure.CHARACTERS.ordinal()] += text.length();
        measures[Measure.TOKENS.ordinal()] += tokens;
        lengths[CorpusProfile.lengthBucket(tokens)]++;
        boolean code = false;
        for (int line = 0; line < text.lines(); line++) {
            code |= text.lineBlock(line) == BlockKind.CODE;
        }
        count(Measure.WITH_CODE, code);
        scripts[Script.LATIN.ordinal()] += text.words() - text.otherWords();
        for (int i = 0; i < text.otherWords(); i++) {
            scripts[Script.of(text.charAt(text.start(text.otherWord(i)))).ordinal()]++;
        }
        measures[Measure.SENTENCES.ordinal()] += text.sentences();
        if (tokens > 0) {
            String language = response.language().isEmpty() ? extractor.language(text) : response.language();
            languages.merge(language, 1L, Long::sum);
        }
        String system = response.prompt().systemText();
        count(Measure.WITH_SYSTEM_PROMPT, !system.isEmpty());
        if (!system.isEmpty()) {
            int digest = Hashing.farmHashFingerprint64()
                    .hashString(system, StandardCharsets.UTF_8)
                    .asInt();
            systemPrompts.merge(digest, 1L, Long::sum);
            if (systemPrompts.size() > CorpusProfile.SYSTEM_PROMPTS) {
                systemPrompts.pollLastEntry();
            }
        }
    }

    private void count(Measure measure, boolean holds) {
        measures[measure.ordinal()] += holds ? 1 : 0;
    }

    CorpusProfile build() {
        return new CorpusProfile(
                measures.clone(),
                lengths.clone(),
                scripts.clone(),
                new TreeMap<>(languages),
                CorpusProfile.smallest(systemPrompts));
    }
}
