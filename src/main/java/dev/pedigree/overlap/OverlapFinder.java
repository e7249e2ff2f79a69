package dev.pedigree.overlap;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Finds what a suspect's answers share with the reference answers of an index: verbatim spans of twelve words and more,
 * near-verbatim runs, and code. Words of the prompt, quotations that it asks for and boilerplate are subtracted first, and what
 * models unrelated to the matched one write of the same piece. Immutable and safe to share between threads.
 *
 * <p>Nothing depends on the executor but the time taken.
 */
public final class OverlapFinder {
    /** The most reference answers that are looked up to learn what unrelated models have in common. */
    public static final int SAMPLED = 2 * MatchNull.SAMPLE;

    /** Matches of one kind of token that may lie over one another in a suspect's answer. */
    private static final int MOST_PER_PLACE = 5;

    private static final int BATCH = 16;

    private final OverlapIndex index;
    private final AnswerSearch search;
    private final MatchNull matchNull;
    private final Set<String> excluded;
    private final LongConsumer progress;

    private OverlapFinder(
            OverlapIndex index, AnswerSearch search, MatchNull matchNull, Set<String> excluded, LongConsumer progress) {
        this.index = index;
        this.search = search;
        this.matchNull = matchNull;
        this.excluded = excluded;
        this.progress = progress;
    }

    /**
     * A finder in an index, which takes models to be relatives only where they hold at least five equal answers of fifty words.
     *
     * @param index the references
     * @return the finder
     * @throws IndexFormatException if the index is damaged
     * @throws IOException if it cannot be read
     */
    public static OverlapFinder of(OverlapIndex index) throws IOException {
        return of(index, new TreeMap<>());
    }

    /**
     * A finder in an index with models named as relatives, at half the cost of {@link #of(OverlapIndex)} and then {@link
     * #withFamilies}, each of which looks up a sample of the references.
     *
     * @param index the references
     * @param familyOf the family of each reference model; those that are not named have no relatives
     * @return the finder
     * @throws IndexFormatException if the index is damaged
     * @throws IOException if it cannot be read
     */
    public static OverlapFinder of(OverlapIndex index, Map<String, String> familyOf) throws IOException {
        return of(index, familyOf, Runnable::run, answers -> {});
    }

    /**
     * The same on several threads, with somebody who is told how far the sample has come, for those who wait. Nothing depends on either.
     *
     * @param index the references
     * @param familyOf the family of each reference model; those that are not named have no relatives
     * @param executor where the sampled answers are looked up
     * @param listener told how many of the sampled reference answers, at most {@link #SAMPLED}, have been looked up so far
     * @return the finder
     * @throws IndexFormatException if the index is damaged
     * @throws IOException if it cannot be read
     */
    public static OverlapFinder of(
            OverlapIndex index, Map<String, String> familyOf, Executor executor, LongConsumer listener)
            throws IOException {
        Relations relations = Relations.of(requireNonNull(index, "index"), familyOf);
        AnswerSearch search = new AnswerSearch(index, relations);
        MatchNull matchNull = MatchNull.of(
                index, relations, search, requireNonNull(executor, "executor"), requireNonNull(listener, "listener"));
        return new OverlapFinder(index, search, matchNull, new LinkedHashSet<>(), answers -> {});
    }

    /**
     * The same finder with models named as relatives: what relatives of a matched model also write still counts as evidence for
     * it, and the matches between relatives say nothing about chance.
     *
     * @param familyOf the family of each reference model; those that are not named have no relatives
     * @return the finder
     * @throws IndexFormatException if the index is damaged
     * @throws IOException if it cannot be read
     */
    public OverlapFinder withFamilies(Map<String, String> familyOf) throws IOException {
        return of(index, familyOf).without(excluded).withProgress(progress);
    }

    /**
     * The same finder without some of the references, for example the suspect itself where they hold it. Those that are left out
     * are not matched, and do not make a match common.
     *
     * @param models their names
     * @return the finder
     */
    public OverlapFinder without(Collection<String> models) {
        return new OverlapFinder(index, search, matchNull, new LinkedHashSet<>(models), progress);
    }

    /**
     * The same finder with somebody who is told how far it has come, for those who wait. Nothing depends on it.
     *
     * @param listener told how many of a suspect's answers have been looked up so far, from any of the executor's threads; what
     *     one thread tells may come after what another tells later
     * @return the finder
     */
    public OverlapFinder withProgress(LongConsumer listener) {
        return new OverlapFinder(index, search, matchNull, excluded, requireNonNull(listener, "listener"));
    }

    /**
     * Looks up a suspect's answers.
     *
     * @param suspect the suspect; a reference model of the same name is left out
     * @return what was found
     * @throws IndexFormatException if the index is damaged
     * @throws IOException if it cannot be read
     */
    public OverlapFinding find(Corpus suspect) throws IOException {
        return find(suspect, Runnable::run);
    }

    /**
     * Looks up a suspect's answers.
     *
     * @param suspect the suspect; a reference model of the same name is left out
     * @param executor where answers are looked up
     * @return what was found
     * @throws IndexFormatException if the index is damaged
     * @throws IOException if it cannot be read
     */
    public OverlapFinding find(Corpus suspect, Executor executor) throws IOException {
        BitSet left = new BitSet();
        for (int m = 0; m < index.models().size(); m++) {
            String model = index.models().get(m);
            left.set(m, excluded.contains(model) || model.equals(suspect.name()));
        }
        List<Response> responses = suspect.responses();
        AtomicLong done = new AtomicLong();
        List<Callable<Tally>> tasks = new ArrayList<>();
        for (int from = 0; from < responses.size(); from += BATCH) {
            List<Response> batch = responses.subList(from, Math.min(from + BATCH, responses.size()));
            tasks.add(() -> {
                Tally tally = new Tally(index.models().size());
                for (Response response : batch) {
                    lookUp(response, left, tally);
                    progress.accept(done.incrementAndGet());
                }
                return tally;
            });
        }
        Tally all = new Tally(index.models().size());
        Tasks.run(tasks, executor).forEach(all::add);
        return new OverlapFinding(
                suspect.name(),
                responses.size(),
                references(all, responses.size()),
                all.matches,
                all.near,
                all.spans,
                all.spansLeftOut,
                matchNull.pairs());
    }

    /** Matches with the counts by model that the summary needs. */
    private static final class Tally {
        final List<OverlapMatch> matches = new ArrayList<>();
        final List<NearAnswer> near = new ArrayList<>();
        final List<SharedSpan> spans = new ArrayList<>();
        long spansLeftOut;
        final int[] equal;
        final int[][] unmatched;
        final int[] shared;
        final long[] words;

        Tally(int models) {
            equal = new int[models];
            unmatched = new int[Equality.values().length][models];
            shared = new int[models];
            words = new long[models];
        }

        void add(Tally other) {
            matches.addAll(other.matches);
            near.addAll(other.near);
            spans.addAll(other.spans);
            spansLeftOut += other.spansLeftOut;
            for (int m = 0; m < equal.length; m++) {
                equal[m] += other.equal[m];
                for (int why = 0; why < unmatched.length; why++) {
                    unmatched[why][m] += other.unmatched[why][m];
                }
                shared[m] += other.shared[m];
                words[m] += other.words[m];
            }
        }
    }

    /** Why an answer that equals a reference's is no match. */
    private enum Equality {
        TOO_SHORT,
        OF_PROMPT,
        ALSO_BY_OTHERS;

        static Equality of(Probe probe) {
            TokenStream words = probe.words();
            BitSet own = new BitSet();
            own.set(0, words.size);
            own.andNot(probe.commonWords());
            int program = probe.code().size;
            if (words.halfWords(0, words.size) < 2 * AnswerSearch.LEAST_WORDS && program < Winnowing.CODE.guarantee()) {
                return TOO_SHORT;
            }
            boolean ofPrompt = words.halfWords(own) < AnswerSearch.LEAST_OWN
                    && program - probe.commonCode().cardinality() < Winnowing.CODE.guarantee();
            return ofPrompt ? OF_PROMPT : ALSO_BY_OTHERS;
        }
    }

    private void lookUp(Response response, BitSet left, Tally out) throws IOException {
        Probe probe = Probe.of(response.text(), response.prompt(), response.promptKey());
        AnswerSearch.Found all = search.search(probe, left);
        List<Candidate> found =
                all.matches().stream().filter(matchNull::isMatch).toList();
        addNear(response, all.near(), out);
        BitSet equal = equal(probe, left);
        BitSet sharing = new BitSet();
        for (Candidate candidate : found) {
            sharing.set(candidate.model());
            out.words[candidate.model()] += candidate.words();
        }
        equal.stream().forEach(m -> out.equal[m]++);
        sharing.stream().forEach(m -> out.shared[m]++);
        equal.andNot(sharing);
        int[] why = out.unmatched[Equality.of(probe).ordinal()];
        equal.stream().forEach(m -> why[m]++);
        List<Candidate> matches = listed(found);
        for (Candidate candidate : matches) {
            out.matches.add(match(response, probe, candidate));
        }
        List<UncountedSpans.Listed> spans = all.spans().beside(matches);
        for (UncountedSpans.Listed listed : spans) {
            out.spans.add(span(response, probe, listed));
        }
        out.spansLeftOut += all.spans().size() - spans.size();
    }

    /** The nearest ones, at most five. */
    private void addNear(Response response, List<AnswerSearch.Near> near, Tally out) throws IOException {
        long models = near.stream().map(n -> n.document().model()).distinct().count();
        for (AnswerSearch.Near one : near.subList(0, Math.min(near.size(), MOST_PER_PLACE))) {
            Document document = one.document();
            out.near.add(new NearAnswer(
                    response.id(),
                    response.sample(),
                    index.models().get(document.model()),
                    index.segments().get(document.segment()).id(document.answer()),
                    document.isSamePrompt(),
                    one.similarity(),
                    (int) models));
        }
    }

    /** The longest first; one of which five longer ones each cover half is not listed. */
    private static List<Candidate> listed(List<Candidate> found) {
        List<Candidate> sorted = new ArrayList<>(found);
        sorted.sort((a, b) -> Integer.compare(b.words(), a.words()));
        List<Candidate> out = new ArrayList<>();
        for (Candidate candidate : sorted) {
            int over = 0;
            for (Candidate longer : out) {
                boolean sameTokens =
                        (longer.kind() == OverlapMatch.Kind.CODE) == (candidate.kind() == OverlapMatch.Kind.CODE);
                int shared = Math.min(longer.suspectTo(), candidate.suspectTo())
                        - Math.max(longer.suspectFrom(), candidate.suspectFrom());
                over += sameTokens && 2 * shared >= candidate.suspectTo() - candidate.suspectFrom() ? 1 : 0;
            }
            if (over < MOST_PER_PLACE) {
                out.add(candidate);
            }
        }
        return out;
    }

    private BitSet equal(Probe probe, BitSet left) throws IOException {
        BitSet out = new BitSet();
        if (probe.text().isBlank()) {
            return out;
        }
        long content = SegmentBuilder.contentHash(probe.text());
        for (int s = 0; s < index.segments().size(); s++) {
            int segment = s;
            index.segments().get(s).equal(content, answer -> out.set(index.model(segment, answer)));
        }
        out.andNot(left);
        return out;
    }

    private OverlapMatch match(Response response, Probe probe, Candidate found) throws IOException {
        Segment segment = index.segments().get(found.segment());
        String text = segment.text(found.answer());
        boolean code = found.kind() == OverlapMatch.Kind.CODE;
        TokenStream reference = code ? CodeTokens.of(text, CodeBlocks.of(text)) : Words.of(text);
        TokenStream suspect = code ? probe.code() : probe.words();
        requireTokens(found.referenceTo(), reference, segment, found.answer());
        int from = suspect.start[found.suspectFrom()];
        int to = suspect.end[found.suspectTo() - 1];
        int referenceFrom = reference.start[found.referenceFrom()];
        int referenceTo = reference.end[found.referenceTo() - 1];
        return new OverlapMatch(
                response.id(),
                response.sample(),
                index.models().get(found.model()),
                segment.id(found.answer()),
                found.kind(),
                segment.promptKey(found.answer()) == probe.promptKey(),
                from,
                to,
                referenceFrom,
                referenceTo,
                found.words(),
                found.rarity(),
                matchNull.pValue(found),
                response.text().substring(from, to),
                text.substring(referenceFrom, referenceTo));
    }

    private SharedSpan span(Response response, Probe probe, UncountedSpans.Listed listed) throws IOException {
        Span span = listed.span().span();
        Segment segment = index.segments().get(span.segment());
        String text = segment.text(span.answer());
        TokenStream reference = Words.of(text);
        TokenStream suspect = probe.words();
        int referenceEnd = span.reference() + span.length();
        requireTokens(referenceEnd, reference, segment, span.answer());
        int from = suspect.start[span.suspect()];
        int to = suspect.end[span.suspectEnd() - 1];
        return new SharedSpan(
                response.id(),
                response.sample(),
                index.models().get(span.model()),
                segment.id(span.answer()),
                listed.span().samePrompt(),
                from,
                to,
                reference.start[span.reference()],
                reference.end[referenceEnd - 1],
                listed.span().words(),
                listed.rarity(),
                matchNull.pValueOfSpan(listed.span().words()),
                listed.span().reason(),
                response.text().substring(from, to));
    }

    private static void requireTokens(int least, TokenStream tokens, Segment segment, int answer)
            throws IndexFormatException {
        if (least > tokens.size) {
            throw new IndexFormatException(
                    "index", 0, "the tokens of answer " + segment.id(answer) + " are not those of its text");
        }
    }

    private List<OverlapFinding.Reference> references(Tally all, int answers) {
        List<OverlapFinding.Reference> out = new ArrayList<>();
        OptionalDouble rate = matchNull.rate();
        for (int m = 0; m < all.shared.length; m++) {
            if (all.shared[m] > 0 || all.equal[m] > 0) {
                out.add(new OverlapFinding.Reference(
                        index.models().get(m),
                        all.equal[m],
                        Optional.of(new OverlapFinding.Unmatched(
                                all.unmatched[Equality.TOO_SHORT.ordinal()][m],
                                all.unmatched[Equality.OF_PROMPT.ordinal()][m],
                                all.unmatched[Equality.ALSO_BY_OTHERS.ordinal()][m])),
                        all.shared[m],
                        all.words[m],
                        rate.isPresent()
                                ? Optional.of(BinomialTail.atLeast(all.shared[m], answers, rate.getAsDouble()))
                                : Optional.empty()));
            }
        }
        out.sort((a, b) -> a.sharedAnswers() != b.sharedAnswers()
                ? Integer.compare(b.sharedAnswers(), a.sharedAnswers())
                : Integer.compare(b.equalAnswers(), a.equalAnswers()));
        return out;
    }
}
