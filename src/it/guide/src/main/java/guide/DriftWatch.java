package guide;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.exact.SequentialResult;
import dev.pedigree.exact.SequentialSameModelTest;
import java.io.IOException;
import java.nio.file.Path;

/** Tells whether an endpoint still serves the model that it served when the baseline was taken. */
public final class DriftWatch {
    private DriftWatch() {}

    // begin
    /**
     * Looks at all nights so far. The baseline holds as many answers to each prompt as there will be nights; the first night is
     * compared with the first of them, the second with the second, so that no answer is used twice.
     *
     * @param baseline a file or folder of answers, all taken at the beginning
     * @param nights a folder with a file for each night, in the order of their names
     */
    static SequentialResult watch(Path baseline, Path nights) throws IOException {
        Corpus then = CorpusReader.detect().read(baseline);
        Corpus since = CorpusReader.detect().read(nights);
        return SequentialSameModelTest.withDefaults().withAlpha(0.001).test(since, then);
    }

    public static void main(String[] args) throws IOException {
        SequentialResult result = watch(Path.of(args[0]), Path.of(args[1]));
        result.decidedAt()
                .ifPresent(pair -> System.out.println("not the same model any more: known since pair " + pair));
        result.limitations().forEach(limitation -> System.out.println(limitation.text()));
        System.exit(result.decidedAt().isPresent() ? 1 : 0);
    }
    // end
}
