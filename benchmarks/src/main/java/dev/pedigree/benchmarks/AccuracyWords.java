package dev.pedigree.benchmarks;

import dev.pedigree.benchmarks.AccuracyFingerprints.Selection;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.identity.IdentityFinding.VendorEvidence;
import dev.pedigree.identity.IdentityScanner;
import dev.pedigree.identity.IdentityTally;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What models say of themselves, weighed by rates in which their families, and of a lab's own model its whole lab, had no part. */
final class AccuracyWords {
    private final List<IdentitySuspect> known;
    private final IdentityBaseRates measured;
    private final IdentityScanner scanner = IdentityScanner.withDefaults();
    private final CorpusReader reader = CorpusReader.detect();
    private final ModelTable table = ModelTable.builtIn();
    private final Map<String, dev.pedigree.identity.IdentityBaseRates> rates = new HashMap<>();
    private final Map<String, Map<String, Double>> weighed = new HashMap<>();

    /**
     * Measures the rates.
     *
     * @param corpora holds {@code alpaca_eval} and {@code families.tsv}, as for {@link IdentityBaseRates}
     */
    AccuracyWords(Path corpora) throws IOException {
        this.known = IdentitySuspect.read(corpora);
        this.measured = new IdentityBaseRates(known);
    }

    /**
     * A model's words.
     *
     * @param source its answers
     * @param family its family, as far as another than the table of models has it
     * @param selection which of its answers
     * @return by maker, as the lexicon calls it, the decimal logarithm of the likelihood ratio
     */
    synchronized Map<String, Double> of(ModelSource source, String family, Selection selection) throws IOException {
        ReferenceModel model = table.get(source.name());
        String lab = model.kind() == Kind.PRIMARY ? model.lab() : "";
        String key = source.path() + "\t" + selection + "\t" + family;
        if (!weighed.containsKey(key)) {
            IdentityTally tally = scanner.tally();
            AccuracyFingerprints.chosen(reader.read(source.path()).responses(), selection)
                    .forEach(tally::add);
            var fair = rates.computeIfAbsent(
                    String.join("\t", model.family(), family, lab),
                    k -> measured.rates(s -> !s.family().equals(model.family())
                            && !s.family().equals(family)
                            && (lab.isEmpty() || !s.lab().equals(lab))));
            Map<String, Double> ratios = new LinkedHashMap<>();
            for (VendorEvidence vendor : tally.finding(fair).vendors()) {
                vendor.log10LikelihoodRatio().ifPresent(r -> ratios.put(vendor.vendor(), r.value()));
            }
            weighed.put(key, ratios);
        }
        return weighed.get(key);
    }

    /** What these words say of a laboratory; 0 where they say nothing. */
    static double of(Map<String, Double> words, String lab) {
        String maker = lab.equals("yi") ? "01ai" : lab.equals("dbrx") ? "databricks" : lab;
        return words.getOrDefault(maker, 0.0);
    }
}
