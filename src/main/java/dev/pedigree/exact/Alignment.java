package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers of two corpora to the prompts that they share, prompt after prompt, the first corpus's answers before the other's. */
final class Alignment {
    final List<Response> items = new ArrayList<>();
    /** Each item's prompt, from 0, ascending. */
    final int[] prompt;
    /** Whether an item is of the first corpus. */
    final boolean[] first;

    final int prompts;
    final int leftOut;
    final int shared;
    /** Whether each prompt has exactly one answer of each corpus. */
    final boolean single;
    /** Whether some prompt has two answers of one corpus. */
    final boolean repeated;

    private Alignment(List<List<Response>> ones, List<List<Response>> others, int leftOut, int shared) {
        prompts = ones.size();
        this.leftOut = leftOut;
        this.shared = shared;
        int n = 0;
        boolean alone = true;
        for (int p = 0; p < prompts; p++) {
            n += ones.get(p).size() + others.get(p).size();
            alone &= ones.get(p).size() == 1 && others.get(p).size() == 1;
        }
        prompt = new int[n];
        first = new boolean[n];
        for (int p = 0; p < prompts; p++) {
            for (Response r : ones.get(p)) {
                prompt[items.size()] = p;
                first[items.size()] = true;
                items.add(r);
            }
            for (Response r : others.get(p)) {
                prompt[items.size()] = p;
                items.add(r);
            }
        }
        single = alone;
        repeated = !alone;
    }

    /** Shared prompts in the first corpus's order; beyond the limit a subset by the hash of the prompt. */
    static Alignment of(Corpus one, Corpus other, int maxPrompts) {
        Map<Long, List<Response>> a = byPrompt(one);
        Map<Long, List<Response>> b = byPrompt(other);
        List<Long> keys = new ArrayList<>();
        int leftOut = 0;
        for (Map.Entry<Long, List<Response>> entry : a.entrySet()) {
            if (b.containsKey(entry.getKey())) {
                keys.add(entry.getKey());
            } else {
                leftOut += entry.getValue().size();
            }
        }
        for (Map.Entry<Long, List<Response>> entry : b.entrySet()) {
            leftOut += a.containsKey(entry.getKey()) ? 0 : entry.getValue().size();
        }
        int shared = keys.size();
        if (shared > maxPrompts) {
            long[] order = keys.stream().mapToLong(SplitMix64::mix).sorted().toArray();
            long bound = order[maxPrompts];
            keys.removeIf(key -> SplitMix64.mix(key) >= bound);
        }
        List<List<Response>> ones = keys.stream().map(a::get).toList();
        List<List<Response>> others = keys.stream().map(b::get).toList();
        return new Alignment(ones, others, leftOut, shared);
    }

    static Map<Long, List<Response>> byPrompt(Corpus corpus) {
        Map<Long, List<Response>> map = new LinkedHashMap<>();
        for (Response response : corpus.responses()) {
            map.computeIfAbsent(response.promptKey(), k -> new ArrayList<>()).add(response);
        }
        return map;
    }

    /** Whether each prompt has one answer of each corpus, and the same one. */
    boolean equal() {
        for (int i = 0; i + 1 < items.size() && single; i += 2) {
            if (!items.get(i).text().equals(items.get(i + 1).text())) {
                return false;
            }
        }
        return single;
    }

    /** One over the number of answers of the item's corpus to its prompt, negative for the second corpus. */
    double[] weights(boolean[] labels) {
        double[] w = new double[labels.length];
        int from = 0;
        while (from < w.length) {
            int to = from;
            int ones = 0;
            while (to < w.length && prompt[to] == prompt[from]) {
                ones += labels[to++] ? 1 : 0;
            }
            for (int i = from; i < to; i++) {
                w[i] = labels[i] ? 1.0 / ones : -1.0 / (to - from - ones);
            }
            from = to;
        }
        return w;
    }
}
