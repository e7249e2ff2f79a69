package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Channel;
import dev.pedigree.compare.Comparison;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns evidence into a verdict: what may be said, how strongly, and what a reader must know. Immutable. */
public final class Judge {
    /** Fewer answers than this say nothing. */
    static final int MIN_RESPONSES = 20;
    /** For so many candidates the table of ratios without each channel is shown. */
    private static final int SHOWN = 3;

    private final ReferenceLibrary library;
    private final Eligibility eligibility;
    private final HumanTexts humanTexts;

    private Judge(ReferenceLibrary library, Eligibility eligibility, HumanTexts humanTexts) {
        this.library = requireNonNull(library, "library");
        this.eligibility = requireNonNull(eligibility, "eligibility");
        this.humanTexts = requireNonNull(humanTexts, "humanTexts");
    }

    /**
     * A judge.
     *
     * @param library the library with which suspects were compared
     * @param eligibility which of the models compared may be the teacher
     * @return the judge; what tells texts of people from answers of models is what ships with Pedigree
     */
    public static Judge of(ReferenceLibrary library, Eligibility eligibility) {
        return new Judge(library, eligibility, HumanTexts.builtIn());
    }

    /**
     * The judge with something else that tells texts of people from answers of models.
     *
     * @param texts what was learned
     * @return a new judge
     */
    public Judge withHumanTexts(HumanTexts texts) {
        return new Judge(library, eligibility, texts);
    }

    /**
     * Judges a suspect.
     *
     * @param evidence what was found of it
     * @param input what was read of it
     * @param provenance what is needed to get the same verdict again
     * @return the verdict
     */
    public Verdict judge(Evidence evidence, ReadSummary input, Provenance provenance) {
        Comparison comparison = evidence.comparison();
        Weighed weighed = weigh(evidence);
        Restraint restraint = weighed.restraint();
        AuditPlan plan = AuditPlan.of(library);
        PromptRegime regime = PromptRegime.of(comparison.knownPrompts());
        String missed = plan.missed(comparison.responses(), regime);
        Conclusion byStyle = new Ruling(evidence, weighed.byStyle(), comparison.calibration(), restraint, missed)
                .conclusion(weighed.human());
        Conclusion conclusion = weighed.together()
                .map(t -> new Ruling(evidence, t.candidates(), Optional.of(t.calibration()), restraint, missed)
                        .conclusion(weighed.human()))
                .map(both -> both.besides(byStyle))
                .orElse(byStyle);
        Optional<Calibration> scale =
                weighed.together().map(Together::calibration).or(comparison::calibration);
        Optional<Calibration> given = scale.filter(s -> evidence.isEnough() && !restraint.prevents());
        List<Caveat> caveats = new Caveats(comparison)
                .alternatives(conclusion)
                .models(input)
                .relatives(evidence.relatives())
                .fellowStudents(weighed.admissible())
                .confounds(restraint)
                .calibration(given, provenance.libraryName())
                .dates(eligibility)
                .all();
        Exhibits exhibits = scale.map(s -> controls(evidence.print().name(), weighed.admissible(), s))
                .orElse(Exhibits.NONE)
                .withoutChannel(dropped(comparison, weighed.admissible()))
                .withConfounds(weighed.confounds());
        boolean dated = eligibility.availableBefore().isPresent();
        Optional<Power> power = evidence.isEnough() && restraint.prevents()
                ? Optional.of(AuditPlan.powerless(restraint, dated))
                : plan.power(comparison.responses(), regime, dated, evidence.splices(), given);
        return new Verdict(evidence.print().name(), input, conclusion, weighed.all(), caveats, provenance)
                .withExhibits(power.map(exhibits::withPower).orElse(exhibits));
    }

    /**
     * Weighs a suspect's candidates, and concludes nothing.
     *
     * @param evidence what was found of it
     * @return each candidate as it stands in the verdict on the same evidence
     */
    public List<CandidateFinding> candidates(Evidence evidence) {
        return weigh(evidence).all();
    }

    /**
     * Who comes first in the verdict on some evidence, whatever a re-examination will say.
     *
     * @param evidence what was found of the suspect so far
     * @return the name of the candidate; empty where none may be the teacher
     */
    public Optional<String> first(Evidence evidence) {
        return weigh(evidence).admissible().stream().findFirst().map(CandidateFinding::name);
    }

    /** The candidates by style, by style and words where these count, and what else could explain a likeness. */
    private record Weighed(
            Optional<HumanLikeness> human,
            List<Confound> confounds,
            Restraint restraint,
            List<CandidateFinding> byStyle,
            List<CandidateFinding> ruledOut,
            Optional<Together> together) {
        List<CandidateFinding> admissible() {
            return together.map(Together::candidates).orElse(byStyle);
        }

        List<CandidateFinding> all() {
            List<CandidateFinding> all = new ArrayList<>(admissible());
            all.addAll(ruledOut);
            return all;
        }
    }

    private Weighed weigh(Evidence evidence) {
        Optional<HumanLikeness> human = humanTexts.examine(evidence.print());
        List<Confound> confounds = confounds(evidence, human);
        Restraint restraint = new Restraint(confounds);
        boolean ratios = evidence.isEnough() && !restraint.prevents();
        CandidateFindings style = CandidateFindings.of(evidence.comparison(), eligibility, ratios);
        List<CandidateFinding> byStyle = evidence.comparison()
                .calibration()
                .map(c -> FellowStudents.explained(style.admissible(), evidence.comparison(), c))
                .orElseGet(style::admissible);
        Optional<Together> together = Together.of(StyleAndWords.builtIn(), evidence, style.admissible())
                .map(t -> t.explained(evidence.comparison()));
        return new Weighed(human, confounds, restraint, byStyle, style.ruledOut(), together);
    }

    private static List<Confound> confounds(Evidence evidence, Optional<HumanLikeness> human) {
        Comparison comparison = evidence.comparison();
        List<Confound> confounds = new ArrayList<>(comparison
                .details()
                .map(d -> ConfoundGuard.of(d.coverage()).examine(evidence.print(), comparison.knownPrompts()))
                .orElse(List.of()));
        OrdinaryAnswers ordinary = OrdinaryAnswers.builtIn();
        if (comparison.calibration().filter(c -> ordinary.isOf(c.learnedOn())).isPresent()) {
            confounds.addAll(ordinary.examine(evidence.print()));
        }
        confounds.addAll(evidence.reexamined());
        human.map(HumanLikeness::confound).ifPresent(confounds::add);
        return confounds;
    }

    private static Exhibits controls(String suspect, List<CandidateFinding> admissible, Calibration calibration) {
        if (admissible.isEmpty()) {
            return Exhibits.NONE;
        }
        CandidateFinding best = admissible.get(0);
        return Exhibits.NONE.withControls(
                List.of(new Controls(best.name(), best.score(), controls(suspect, calibration))));
    }

    /** The models of known descent; a suspect that the library knows is no control of itself, nor are its relatives. */
    private static List<Controls.Point> controls(String suspect, Calibration calibration) {
        List<String> own = calibration.points().stream()
                .filter(p -> p.name().equalsIgnoreCase(suspect))
                .map(Calibration.Point::family)
                .toList();
        return calibration.points().stream()
                .filter(p -> !own.contains(p.family()))
                .map(p -> new Controls.Point(p.name(), p.family(), p.score(), p.trained()))
                .toList();
    }

    private static List<DroppedChannel> dropped(Comparison comparison, List<CandidateFinding> admissible) {
        List<DroppedChannel> table = new ArrayList<>();
        for (CandidateFinding candidate : admissible.subList(0, Math.min(SHOWN, admissible.size()))) {
            if (candidate.log10LikelihoodRatio().isPresent()) {
                table.addAll(dropped(comparison, candidate));
            }
        }
        return table;
    }

    /* A part of the style is taken away with the words, where these count: of all but one part and words together nothing was learned. */
    private static List<DroppedChannel> dropped(Comparison comparison, CandidateFinding candidate) {
        List<DroppedChannel> table = new ArrayList<>();
        Optional<Estimate> style = candidate.channel(Together.STYLE).flatMap(ChannelFinding::log10LikelihoodRatio);
        UnaryOperator<Estimate> left = FellowStudents.explanation(candidate, comparison);
        style.map(left).ifPresent(r -> table.add(new DroppedChannel(candidate.name(), IdentityWeight.CHANNEL, r)));
        String words = style.isPresent() ? " and " + IdentityWeight.CHANNEL : "";
        for (CandidateScore score : comparison.candidates()) {
            if (score.model().name().equals(candidate.name())) {
                for (Channel channel : Channel.values()) {
                    score.without(channel)
                            .map(left)
                            .map(r -> new DroppedChannel(candidate.name(), channel.title() + words, r))
                            .ifPresent(table::add);
                }
            }
        }
        return table;
    }
}
