package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.stats.LabelPermutations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changes its label as a whole in an exposure test. Where a prompt has both logged and held-out answers, each of its answers
 * is a unit and they change labels with one another. Else all answers to a prompt are one unit: they were drawn or not drawn
 * together, and several answers to one prompt are too alike to count as so many. Such units change labels inside a stratum, and
 * only with prompts that the same models answered: likeness to an answer to the same prompt and likeness to one to another prompt
 * cannot be compared. Where that would leave nothing to exchange, as when the suspect was asked the logged prompts alone, they
 * change labels inside the stratum, answers to the same prompt are not looked at, and a check of exchangeability says so.
 */
final class ExchangeUnits {
    final List<Response> answers = new ArrayList<>();
    /** Each answer's unit. */
    final int[] unit;
    /** Whether a unit is logged. */
    final boolean[] first;
    /** The block of units with which a unit may change its label. */
    final int[] block;
    /** Each unit's prompt. */
    final int[] prompt;

    final int prompts;
    /** Of each answer, the share of models under comparison that answered its prompt. */
    final double[] answered;
    /** Whether only prompts that the same models answered change labels. */
    final boolean comparable;
    /** The answers of each unit. */
    final List<List<Integer>> members = new ArrayList<>();

    ExchangeUnits(Corpus logged, Corpus heldOut, List<AnswerColumns.@Nullable Row> rows, List<Corpus> answering) {
        answers.addAll(logged.responses());
        answers.addAll(heldOut.responses());
        int n = answers.size();
        int drawn = logged.responses().size();
        Set<Long> both = new LinkedHashSet<>(Alignment.byPrompt(logged).keySet());
        both.retainAll(Alignment.byPrompt(heldOut).keySet());
        List<Set<Long>> asked =
                answering.stream().map(c -> Alignment.byPrompt(c).keySet()).toList();
        Map<String, Integer> units = new LinkedHashMap<>();
        Map<Long, Integer> seen = new LinkedHashMap<>();
        unit = new int[n];
        answered = new double[n];
        boolean[] labels = new boolean[n];
        int[] promptOf = new int[n];
        List<String> strata = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            AnswerColumns.Row row = rows.get(i);
            long key = answers.get(i).promptKey();
            boolean split = both.contains(key);
            String stratum = row == null ? "" : row.stratum();
            StringBuilder by = new StringBuilder();
            for (Set<Long> prompts : asked) {
                boolean there = prompts.contains(key);
                by.append(there ? '+' : '-');
                answered[i] += there ? 1.0 / asked.size() : 0;
            }
            int u = units.computeIfAbsent(
                    split ? "answer " + i : "prompt " + key + " in " + stratum, k -> units.size());
            unit[i] = u;
            labels[u] = i < drawn;
            promptOf[u] = seen.computeIfAbsent(key, k -> seen.size());
            if (u == members.size()) {
                members.add(new ArrayList<>());
                strata.add(split ? "prompt " + key : "stratum " + stratum);
                groups.add(strata.get(u) + " answered by " + by);
            }
            members.get(u).add(i);
        }
        first = Arrays.copyOf(labels, units.size());
        prompt = Arrays.copyOf(promptOf, units.size());
        prompts = seen.size();
        int[] fine = numbers(groups);
        comparable = LabelPermutations.within(first, fine).count() > 1;
        block = comparable ? fine : numbers(strata);
    }

    private static int[] numbers(List<String> names) {
        Map<String, Integer> known = new LinkedHashMap<>();
        return names.stream()
                .mapToInt(name -> known.computeIfAbsent(name, k -> known.size()))
                .toArray();
    }

    int count() {
        return first.length;
    }

    /** The mean of each unit's answers. */
    double[] means(double[] values) {
        double[] means = new double[count()];
        for (int i = 0; i < values.length; i++) {
            means[unit[i]] += values[i] / members.get(unit[i]).size();
        }
        return means;
    }

    /** The mean vector of each unit's answers. */
    float[][] means(float[][] rows) {
        float[][] means = new float[count()][];
        for (int u = 0; u < means.length; u++) {
            List<Integer> own = members.get(u);
            float[] mean = new float[rows[own.get(0)].length];
            for (int i : own) {
                for (int d = 0; d < mean.length; d++) {
                    mean[d] += rows[i][d] / own.size();
                }
            }
            means[u] = mean;
        }
        return means;
    }
}
