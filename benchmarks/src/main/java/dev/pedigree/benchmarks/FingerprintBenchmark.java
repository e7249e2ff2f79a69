package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprinter;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many megabytes of answers (10<sup>6</sup> bytes of UTF-8) are fingerprinted per second, all families, one thread; and beside it
 * what is usually done: Lucene's word 1-3-grams counted in a map. Each call takes one whole corpus, from its strings to its
 * fingerprint; the counter {@code megabytes} gives the rate.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar FingerprintBenchmark -jvmArgsAppend "-Dcorpora=FOLDER -Dcorpora.zh=FOLDER"
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx2g"})
public class FingerprintBenchmark {
    /** The language of the answers. */
    @Param({"english", "chinese"})
    public String language;

    private List<Corpus> corpora;
    private double[] megabytes;
    private int next;

    /** The rate in megabytes. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Rate {
        /** Megabytes read. */
        public double megabytes;

        /** Starts an iteration. */
        @Setup(Level.Iteration)
        public void reset() {
            megabytes = 0;
        }
    }

    @Setup
    public void load() throws IOException {
        boolean chinese = language.equals("chinese");
        corpora = BenchmarkCorpora.load(chinese ? "corpora.zh" : "corpora", chinese);
        megabytes = corpora.stream()
                .mapToDouble(c -> BenchmarkCorpora.bytes(List.of(c)) / 1e6)
                .toArray();
    }

    private Corpus next(Rate rate) {
        next = (next + 1) % corpora.size();
        rate.megabytes += megabytes[next];
        return corpora.get(next);
    }

    @Benchmark
    public Object pedigree(Rate rate) {
        return Fingerprinter.withDefaults().fingerprint(next(rate));
    }

    @Benchmark
    public Object luceneShinglesIntoMap(Rate rate) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (Response response : next(rate).responses()) {
            StandardTokenizer tokenizer = new StandardTokenizer();
            tokenizer.setReader(new StringReader(response.text()));
            ShingleFilter shingles = new ShingleFilter(new LowerCaseFilter(tokenizer), 2, 3);
            shingles.setOutputUnigrams(true);
            try (TokenStream stream = shingles) {
                CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    counts.merge(term.toString(), 1, Integer::sum);
                }
                stream.end();
            }
        }
        return counts;
    }
}
