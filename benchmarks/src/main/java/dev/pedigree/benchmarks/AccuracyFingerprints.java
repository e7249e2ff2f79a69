package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.internal.SplitMix64;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fingerprints of models, or of some of their answers, kept as files from one run to the next. The names of the files depend on what
 * a fixed text is fingerprinted to, so that fingerprints of older features are made anew.
 */
final class AccuracyFingerprints {
    private static final long PARTS_SALT = 0x5bd1e9955bd1e995L;
    private static final long DRAW_SALT = 0x2545f4914f6cdd1dL;

    private final Optional<Path> cache;
    private final String version;
    private final CorpusReader reader = CorpusReader.detect();

    /**
     * Which answers of a model.
     *
     * @param part only prompts that fall into this part, by a hash
     * @param parts of so many
     * @param answers at most so many of them, in the order of a hash of their prompts, so that all models keep the same; 0 is all
     * @param draw which of several such samples
     */
    record Selection(int part, int parts, int answers, int draw) {
        static final Selection ALL = new Selection(0, 1, 0, 0);

        Selection withAnswers(int wanted, int sample) {
            return new Selection(part, parts, wanted, sample);
        }

        boolean isAll() {
            return equals(ALL);
        }
    }

    AccuracyFingerprints(Optional<Path> cache) {
        this.cache = cache;
        String probe = "# Sure!\n\n"
                + "Here are two things — \"first\", and the second:\n\n"
                + "1. **One:** it's so; isn't it?\n"
                + "- Two... I think that they would have been there.\n\n"
                + "```python\n"
                + "def f(x_y):\n"
                + "    return x_y  # done\n"
                + "```\n"
                + "In conclusion, that's all (for now)! 好的，这是答案。";
        byte[] bytes = Fingerprinter.withDefaults()
                .fingerprint(Corpus.of("probe", List.of(Response.of("1", "What?", probe))))
                .toBytes();
        version = Integer.toHexString(Arrays.hashCode(bytes));
    }

    /** The fingerprint of every model in a folder that has any of the selected answers, by name. */
    Map<String, Fingerprint> folder(Path folder, Selection selection) throws IOException {
        Map<String, Fingerprint> prints = new LinkedHashMap<>();
        for (ModelSource source : CorpusReader.models(folder)) {
            Fingerprint print = of(source, folder.getFileName().toString(), selection);
            if (print.responses() > 0) {
                prints.put(source.name(), print);
            }
        }
        return prints;
    }

    /** The fingerprint of one model's answers. */
    Fingerprint of(ModelSource source, String folder, Selection selection) throws IOException {
        if (cache.isEmpty()) {
            return made(source, selection);
        }
        String file = source.name() + "~" + selection.part() + "of" + selection.parts() + "~" + selection.answers()
                + "~" + selection.draw() + ".fp";
        Path kept = cache.get().resolve(version).resolve(folder).resolve(file);
        if (Files.exists(kept)) {
            return Fingerprint.read(kept);
        }
        Fingerprint print = made(source, selection);
        Files.createDirectories(kept.getParent());
        print.write(kept);
        return print;
    }

    private Fingerprint made(ModelSource source, Selection selection) throws IOException {
        if (source.path().toString().endsWith(".fp") && selection.isAll()) {
            return Fingerprint.read(source.path());
        }
        List<Response> chosen = chosen(reader.read(source.path()).responses(), selection);
        return Fingerprinter.withDefaults().fingerprint(Corpus.of(source.name(), chosen));
    }

    static List<Response> chosen(List<Response> responses, Selection selection) {
        List<Response> chosen = new ArrayList<>();
        for (Response response : responses) {
            long hash = SplitMix64.mix(response.promptKey() ^ PARTS_SALT);
            if (Long.remainderUnsigned(hash, selection.parts()) == selection.part()) {
                chosen.add(response);
            }
        }
        if (selection.answers() == 0) {
            return chosen;
        }
        chosen.sort(order(selection.draw()));
        return chosen.subList(0, Math.min(selection.answers(), chosen.size()));
    }

    /** An order of prompts as good as random. */
    static Comparator<Response> order(int draw) {
        long salt = DRAW_SALT + draw;
        return Comparator.comparingLong(response -> SplitMix64.mix(SplitMix64.mix(salt) ^ response.promptKey()));
    }

    static UncheckedIOException unchecked(IOException e) {
        return new UncheckedIOException(e);
    }
}
