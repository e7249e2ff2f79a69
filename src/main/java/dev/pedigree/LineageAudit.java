package dev.pedigree;

import static java.util.Objects.requireNonNull;

import dev.pedigree.compare.AnswerAuthors;
import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Comparer;
import dev.pedigree.compare.Comparison;
import dev.pedigree.compare.MixtureFit;
import dev.pedigree.compare.Relatives;
import dev.pedigree.compare.ShareEstimator;
import dev.pedigree.compare.Shares;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentityScanner;
import dev.pedigree.identity.IdentityTally;
import dev.pedigree.internal.Deferred;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.PromptShifts;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.verdict.AuditPlan;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Confound;
import dev.pedigree.verdict.Eligibility;
import dev.pedigree.verdict.Evidence;
import dev.pedigree.verdict.HumanTexts;
import dev.pedigree.verdict.Judge;
import dev.pedigree.verdict.Power;
import dev.pedigree.verdict.Provenance;
import dev.pedigree.verdict.Receipt;
import dev.pedigree.verdict.Receipts;
import dev.pedigree.verdict.Reexamination;
import dev.pedigree.verdict.SharesGuard;
import dev.pedigree.verdict.Verdict;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The door: examines suspects against a reference library. Immutable; safe to share between threads.
 *
 * <pre>{@code
 * Corpus suspect = CorpusReader.detect().read(Path.of("suspect.jsonl"));
 * Verdict verdict = LineageAudit.withDefaults().examine(suspect);
 * System.out.println(verdict.conclusion().statement());
 * }</pre>
 *
 * <p>Defaults: the library that ships with Pedigree; every lab's own model in it is a candidate. A suspect that by its name is itself
 * in the library is examined with all its relatives left out and, where no other date is given, as of the month in which it appeared;
 * the verdict says so. Of any other no date is known.
 */
public final class LineageAudit {
    /** The version that stands in reports. */
    public static final String VERSION = "0.1.0-SNAPSHOT";

    /** Whom the suspect is compared with, and beside what. */
    private record Question(
            Predicate<ReferenceModel> candidates,
            Predicate<ReferenceModel> relatives,
            Eligibility eligibility,
            Optional<Fingerprint> base) {}

    /** What the answer does not depend on, and what tells texts of people. */
    private record Means(HumanTexts humanTexts, Executor executor, LongConsumer progress) {}

    private final ReferenceLibrary library;
    private final Question question;
    private final Means means;

    private LineageAudit(ReferenceLibrary library, Question question, Means means) {
        this.library = library;
        this.question = question;
        this.means = means;
    }

    /**
     * An audit against the library that ships with Pedigree.
     *
     * @return the audit with the defaults of the class
     */
    public static LineageAudit withDefaults() {
        return against(ReferenceLibrary.builtIn());
    }

    /**
     * An audit against a library. Where nothing is known of its models, every one is a candidate.
     *
     * @param library the library
     * @return the audit with the other defaults of the class
     */
    public static LineageAudit against(ReferenceLibrary library) {
        boolean known = library.models().stream().anyMatch(m -> m.kind() == ReferenceModel.Kind.PRIMARY);
        return new LineageAudit(
                library,
                new Question(
                        m -> !known || m.kind() == ReferenceModel.Kind.PRIMARY,
                        m -> false,
                        Eligibility.ofAll(),
                        Optional.empty()),
                new Means(HumanTexts.builtIn(), Runnable::run, answers -> {}));
    }

    /**
     * The audit with other candidates.
     *
     * @param chosen tells which models of the library may be the teacher
     * @return a new audit
     */
    public LineageAudit withCandidates(Predicate<ReferenceModel> chosen) {
        requireNonNull(chosen, "chosen");
        return with(new Question(chosen, question.relatives(), question.eligibility(), question.base()));
    }

    /**
     * The audit with candidates that are compared and shown, but neither accused nor counted as rivals of the others: models known to
     * be students themselves, for example.
     *
     * @param bystanders tells which of the candidates they are
     * @return a new audit
     */
    public LineageAudit withBystanders(Predicate<ReferenceModel> bystanders) {
        return with(question.eligibility().withBystanders(requireNonNull(bystanders, "bystanders")));
    }

    /**
     * The audit with models left out that are known to be relatives of the suspect.
     *
     * @param leftOut tells which models of the library must not be compared with
     * @return a new audit
     */
    public LineageAudit withRelatives(Predicate<ReferenceModel> leftOut) {
        requireNonNull(leftOut, "leftOut");
        return with(new Question(question.candidates(), leftOut, question.eligibility(), question.base()));
    }

    /**
     * The audit with a date: teachers must have been available before it.
     *
     * @param month the month in which the suspect appeared
     * @return a new audit
     */
    public LineageAudit withAvailableBefore(YearMonth month) {
        return with(question.eligibility().before(month));
    }

    /**
     * The audit of a suspect of which it is known what model it is, also where the library does not hold it: its relatives are left
     * out, and where no date is given teachers must have been available before the month in which it appeared.
     *
     * @param known the model
     * @return a new audit
     */
    public LineageAudit withSuspect(ReferenceModel known) {
        return withRelatives(question.relatives().or(Relatives.of(known, library.models())))
                .with(question.eligibility().beforeKnown(known));
    }

    /**
     * The audit with the model that the suspect was trained from, as a control: what likeness to a candidate that model has already,
     * the suspect need not have learned from the candidate.
     *
     * @param answers the fingerprint of its answers, of the library's scheme, at best to the suspect's prompts
     * @return a new audit
     */
    public LineageAudit withBase(Fingerprint answers) {
        return with(new Question(
                question.candidates(), question.relatives(), question.eligibility(), Optional.of(answers)));
    }

    /**
     * The audit with something else that tells texts of people from answers of models: learned from texts of the suspect's own kind,
     * for example.
     *
     * @param texts what was learned
     * @return a new audit
     */
    public LineageAudit withHumanTexts(HumanTexts texts) {
        return with(new Means(requireNonNull(texts, "texts"), means.executor(), means.progress()));
    }

    /**
     * The audit with threads to use: what does not depend on one another is done at the same time. Without one, everything is done
     * on the caller's thread. Nothing depends on it but the time taken.
     *
     * @param threads where parts of {@link #examine(Corpus)} may be done
     * @return a new audit
     */
    public LineageAudit withExecutor(Executor threads) {
        return with(new Means(means.humanTexts(), requireNonNull(threads, "threads"), means.progress()));
    }

    /**
     * The audit with somebody who is told how far it has come, for those who wait. Nothing depends on it.
     *
     * @param listener told how many of a suspect's answers have been looked through so far, by {@link #examine(Corpus)}, from any of
     *     its threads; weighing what was found follows and takes a second or two
     * @return a new audit
     */
    public LineageAudit withProgress(LongConsumer listener) {
        return with(new Means(means.humanTexts(), means.executor(), requireNonNull(listener, "listener")));
    }

    private LineageAudit with(Eligibility eligibility) {
        return with(new Question(question.candidates(), question.relatives(), eligibility, question.base()));
    }

    private LineageAudit with(Question other) {
        return new LineageAudit(library, other, means);
    }

    private LineageAudit with(Means other) {
        return new LineageAudit(library, question, other);
    }

    /**
     * Examines a suspect's responses: their style, and what they say of the suspect's identity.
     *
     * @param suspect the responses
     * @return the verdict
     */
    public Verdict examine(Corpus suspect) {
        return dated(suspect.name()).examine(suspect, pass -> fingerprint(suspect, pass), 2);
    }

    /**
     * Examines a suspect's responses of which the fingerprint is made already, because it was made while they were read, or is kept.
     *
     * @param suspect the responses
     * @param print their fingerprint, of the library's scheme
     * @return the verdict, the same as that of the responses alone
     * @throws IllegalArgumentException if the fingerprint is of another number of responses
     */
    public Verdict examine(Corpus suspect, Fingerprint print) {
        if (print.responses() != suspect.responses().size()) {
            throw new IllegalArgumentException("need the fingerprint of the same responses, got one of "
                    + print.responses() + " for " + suspect.responses().size());
        }
        return dated(suspect.name()).examine(suspect, pass -> print.named(suspect.name()), 1);
    }

    private Verdict examine(Corpus suspect, Function<Runnable, Fingerprint> fingerprint, int passes) {
        Deferred<Cohort> cohort = Deferred.on(means.executor(), () -> cohort(suspect.name()));
        AtomicLong passed = new AtomicLong();
        // where answers are passed over twice, that may be at the same time
        Runnable pass = () -> means.progress().accept(passed.incrementAndGet() / passes);
        Deferred<IdentityFinding> identity = Deferred.on(means.executor(), () -> identity(suspect, pass));
        Deferred<Shares> shares = Deferred.on(means.executor(), () -> shares(suspect));
        Fingerprint print = fingerprint.apply(pass);
        Verdict verdict = examine(
                        print,
                        suspect.summary(),
                        cohort.result(),
                        Optional.of(suspect),
                        () -> Optional.of(identity.result()))
                .withIdentity(identity.result());
        Shares fitting = MixtureFit.in(cohort.result()).admit(shares.result(), print);
        return verdict.withShares(SharesGuard.of(print, verdict).admit(fitting));
    }

    private static IdentityFinding identity(Corpus suspect, Runnable pass) {
        IdentityTally tally = IdentityScanner.withDefaults().tally();
        for (Response response : suspect.responses()) {
            tally.add(response);
            pass.run();
        }
        return tally.finding();
    }

    private static Fingerprint fingerprint(Corpus suspect, Runnable pass) {
        Fingerprinter.Accumulator accumulator = Fingerprinter.withDefaults().accumulator(suspect.name());
        for (Response response : suspect.responses()) {
            accumulator.add(response);
            pass.run();
        }
        return accumulator.fingerprint();
    }

    /**
     * Examines a suspect of which only the fingerprint is at hand.
     *
     * @param suspect the fingerprint, of the library's scheme
     * @param input what was read when it was made
     * @return the verdict
     */
    public Verdict examine(Fingerprint suspect, ReadSummary input) {
        Verdict verdict = dated(suspect.name())
                .examine(suspect, input, cohort(suspect.name()), Optional.empty(), Optional::empty);
        return verdict.withShares(SharesGuard.ofSums(suspect));
    }

    /**
     * Scores a suspect's candidates and nothing more, in about half the time of an examination: for studies of many suspects,
     * whose answers need not be kept. Nobody is ruled out by the month of a suspect that is known by name, only by one that is given.
     *
     * @param suspect the fingerprint, of the library's scheme
     * @param words what an {@link IdentityTally} of the same answers found; empty for style alone
     * @return each candidate, with the score, ratio and p-value of a verdict
     */
    public List<CandidateFinding> candidates(Fingerprint suspect, Optional<IdentityFinding> words) {
        LineageAudit asGiven = with(question.eligibility().asGiven());
        Comparison comparison = asGiven.comparer(cohort(suspect.name())).compare(suspect);
        return asGiven.judge()
                .candidates(
                        new Evidence(suspect, comparison, List.of(), Optional.empty(), List.of(), List.of(), words));
    }

    private Verdict examine(
            Fingerprint suspect,
            ReadSummary input,
            Cohort cohort,
            Optional<Corpus> answers,
            Supplier<Optional<IdentityFinding>> words) {
        Provenance provenance = new Provenance(
                VERSION,
                List.of("fingerprint/" + suspect.scheme().name()),
                input.digest(),
                library.name(),
                library.digest(),
                Comparer.SEED);
        Deferred<Optional<PromptShifts>> shifts = Deferred.on(means.executor(), () -> cohort.promptShifts(suspect));
        Predicate<ReferenceModel> candidates = question.candidates();
        Predicate<ReferenceModel> admissible = question.eligibility()::admits;
        Comparer comparer = comparer(cohort);
        Comparison comparison = comparer.compare(suspect);
        List<String> relatives = library.models().stream()
                .filter(leftOut(suspect.name()))
                .map(ReferenceModel::name)
                .distinct()
                .toList();
        Reexamination again = Reexamination.of(cohort, candidates, admissible, answers, question.base());
        Optional<String> nearest = comparison.candidates().stream()
                .map(CandidateScore::model)
                .filter(admissible)
                .map(ReferenceModel::name)
                .findFirst();
        // mostly the nearest by style comes first in the verdict too; while what the suspect says is looked for, that
        // one is begun with
        Deferred<List<Confound>> likely =
                Deferred.on(means.executor(), () -> again.examine(suspect, comparison, nearest));
        List<Power.Splice> splices = AuditPlan.splices(cohort, comparer, admissible, suspect, comparison);
        Evidence found = new Evidence(suspect, comparison, relatives, shifts.result(), List.of(), splices, words.get());
        Optional<String> first = judge().first(found);
        List<Confound> explained = first.equals(nearest) ? likely.result() : again.examine(suspect, comparison, first);
        Evidence evidence = found.withReexamined(explained);
        Verdict verdict = judge().judge(evidence, input, provenance);
        List<Receipt> receipts = Receipts.of(cohort, suspect, verdict);
        return verdict.withExhibits(verdict.exhibits()
                .withReceipts(
                        answers.map(a -> Receipts.withExamples(receipts, a)).orElse(receipts)));
    }

    private Comparer comparer(Cohort cohort) {
        return Comparer.of(cohort, question.candidates(), question.eligibility()::admits);
    }

    private Judge judge() {
        return Judge.of(library, question.eligibility()).withHumanTexts(means.humanTexts());
    }

    private Shares shares(Corpus suspect) {
        Predicate<ReferenceModel> out = leftOut(suspect.name());
        Set<String> own = families(out);
        Set<String> possible = families(
                question.candidates().and(question.eligibility()::admits).and(out.negate()));
        possible.removeAll(own);
        return ShareEstimator.of(AnswerAuthors.builtIn()).estimate(suspect, possible, own);
    }

    private Set<String> families(Predicate<ReferenceModel> which) {
        return library.models().stream()
                .filter(which)
                .map(ReferenceModel::family)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** This audit as of the month of a suspect that the library knows. */
    private LineageAudit dated(String suspect) {
        return library.models().stream()
                .filter(m -> m.isCalled(suspect))
                .findFirst()
                .map(m -> with(question.eligibility().beforeKnown(m)))
                .orElse(this);
    }

    private Cohort cohort(String suspect) {
        return library.cohort(leftOut(suspect));
    }

    private Predicate<ReferenceModel> leftOut(String suspect) {
        List<ReferenceModel> models = library.models();
        return models.stream()
                .filter(m -> m.isCalled(suspect))
                .map(m -> Relatives.of(m, models))
                .reduce(question.relatives(), Predicate::or);
    }
}
