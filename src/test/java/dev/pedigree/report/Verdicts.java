package dev.pedigree.report;

import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelDistances;
import dev.pedigree.compare.ModelMap;
import dev.pedigree.compare.ModelTree;
import dev.pedigree.compare.Neighbourhood;
import dev.pedigree.compare.Shares;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.exact.CanaryResult;
import dev.pedigree.exact.ExchangeabilityCheck;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.FeatureShift;
import dev.pedigree.exact.Limitation;
import dev.pedigree.exact.PowerPoint;
import dev.pedigree.exact.SameModelResult;
import dev.pedigree.exact.TestStatistic;
import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentitySignal;
import dev.pedigree.identity.PromptStratum;
import dev.pedigree.overlap.NearAnswer;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.OverlapMatch;
import dev.pedigree.overlap.SharedSpan;
import dev.pedigree.stats.DistanceTree;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.NeighbourJoining;
import dev.pedigree.stats.PermutationP;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Caveat;
import dev.pedigree.verdict.ChannelFinding;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Conclusion.Kind;
import dev.pedigree.verdict.Confound;
import dev.pedigree.verdict.Controls;
import dev.pedigree.verdict.DroppedChannel;
import dev.pedigree.verdict.ExactFindings;
import dev.pedigree.verdict.Exhibits;
import dev.pedigree.verdict.Power;
import dev.pedigree.verdict.Provenance;
import dev.pedigree.verdict.Receipt;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verdicts as the engine gives them, for every kind of conclusion; the models in them are made up. */
final class Verdicts {
    private static final String DIGEST = "5f3a9c0d1e2b4a6877c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4";
    private static final List<Caveat> CAVEATS = List.of(
            new Caveat(
                    Caveat.Kind.GENERAL,
                    "Style evidence weighs how answers are written. It cannot say by which route the teacher's text came into the"
                            + " training data."),
            new Caveat(
                    Caveat.Kind.ALTERNATIVE_EXPLANATION,
                    "The suspect and the candidate may have learned from the same public data, such as forum answers written with the"
                            + " candidate."),
            new Caveat(
                    Caveat.Kind.ALTERNATIVE_EXPLANATION,
                    "The suspect may descend from a third model that was itself trained on the candidate's outputs."));

    private Verdicts() {}

    /** Each kind of verdict by name. */
    static Map<String, Verdict> all() {
        Map<String, Verdict> all = new LinkedHashMap<>();
        all.put("strong", strong());
        all.put("none", none());
        all.put("too-little", tooLittle());
        all.put("relatives", relatives());
        all.put("chinese", chinese());
        all.put("same-model", sameModel());
        all.put("hostile", hostile());
        return all;
    }

    /** A verdict's report with made-up nearest models, some of which have names that others could abuse. */
    static Report drawn(Verdict verdict) {
        List<ComparedModel> models = new ArrayList<>();
        for (CandidateFinding candidate : verdict.candidates()) {
            models.add(new ComparedModel(candidate.name(), candidate.family(), false));
        }
        for (int i = models.size(); i < 12; i++) {
            models.add(new ComparedModel("reed-" + i + "b-instruct", "reed", false));
        }
        models.add(new ComparedModel(verdict.suspect(), verdict.suspect(), true));
        List<ModelMap.Point> points = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            points.add(new ModelMap.Point(models.get(i), i * i % 11 * 0.1, i * 5 % 7 * 0.1, 0.05));
        }
        double[][] apart = new double[models.size()][models.size()];
        for (int i = 0; i < apart.length; i++) {
            for (int j = 0; j < apart.length; j++) {
                apart[i][j] = Math.hypot(
                        points.get(i).x() - points.get(j).x(),
                        points.get(i).y() - points.get(j).y());
            }
        }
        DistanceTree tree = NeighbourJoining.of(apart);
        ModelTree drawn = new ModelTree(
                ModelDistances.Basis.HABITS,
                models,
                tree.withSupport(List.of(tree)).rootedAtMidpoint(),
                100);
        return Report.of(verdict)
                .withNeighbourhood(
                        new Neighbourhood(drawn, new ModelMap(ModelDistances.Basis.HABITS, points, 0.13, 100)));
    }

    static Verdict strong() {
        List<CandidateFinding> candidates = new ArrayList<>();
        candidates.add(candidate("aurora-4", "aurora-4", "Aurora Labs", 1, 3.42, 2.2, 4.1, 0.012));
        candidates.add(candidate("aurora-3.5", "aurora-3.5", "Aurora Labs", 2, 0.92, -0.1, 1.8, 0.081));
        candidates.add(candidate("heron-2", "heron", "Heron AI", 3, 0.12, -0.7, 0.9, 0.31));
        candidates.add(candidate("meadow-70b", "meadow", "Open Meadow", 4, -0.45, -1.2, 0.1, 0.55));
        candidates.add(candidate("quill-large", "quill", "", 5, -1.31, -2.0, -0.8, 0.93));
        candidates.add(new CandidateFinding(
                "aurora-5",
                "aurora-5",
                "Aurora Labs",
                6,
                2.11,
                Optional.empty(),
                Strength.NONE,
                Optional.empty(),
                List.of(),
                Optional.of("available since 2026-03, after the suspect (2025-11)")));
        return verdict(
                "sparrow-7b",
                805,
                new Conclusion(
                        Kind.ONE_CANDIDATE,
                        Strength.STRONG,
                        List.of("aurora-4"),
                        "Strong support that sparrow-7b was trained on outputs of aurora-4 or its close relatives.",
                        List.of(
                                "The ratio is bounded by the 41 control families: no stronger step can be reached with this library.")),
                candidates,
                withSources(exhibits("aurora-4"))
                        .withShares(shares("aurora-4", "quill"))
                        .withExact(exact(
                                "aurora-4",
                                "the cellar door sticks when the river is above the third step",
                                "left-handed kettles")),
                CAVEATS);
    }

    static Verdict none() {
        List<CandidateFinding> candidates = List.of(
                candidate("heron-2", "heron", "Heron AI", 1, -0.05, -0.8, 0.7, 0.41),
                candidate("aurora-4", "aurora-4", "Aurora Labs", 2, -0.62, -1.4, 0.1, 0.66));
        return verdict(
                "finch-1b",
                640,
                new Conclusion(
                        Kind.NONE_OF_THE_CANDIDATES,
                        Strength.NONE,
                        List.of(),
                        "The answers of finch-1b support training on outputs of none of the 2 candidates.",
                        List.of()),
                candidates,
                exhibits("heron-2").withShares(Shares.none(30, "There is too little text for shares.")),
                CAVEATS);
    }

    /** So like a candidate that it may be the same model; its ratio stands at the bound. */
    static Verdict sameModel() {
        return verdict(
                "wren-7b",
                805,
                new Conclusion(
                        Kind.SAME_MODEL,
                        Strength.WEAK,
                        List.of("heron-2"),
                        "From prompt to prompt wren-7b answers more like heron-2 than any known student answers like its teacher.",
                        List.of("so much likeness is no evidence of training on the candidate's outputs")),
                List.of(
                        candidate("heron-2", "heron", "Heron AI", 1, 0.92, 0.92, 0.92, 0.042),
                        candidate("aurora-4", "aurora-4", "Aurora Labs", 2, -0.62, -1.4, 0.1, 0.66)),
                exhibits("heron-2"),
                CAVEATS);
    }

    static Verdict tooLittle() {
        return verdict(
                "wren-tiny",
                3,
                new Conclusion(
                        Kind.ABSTAINS,
                        Strength.NONE,
                        List.of(),
                        "3 answers are too few for any answer; at least 20 are needed.",
                        List.of("Too little text: 3 answers, 212 words.")),
                List.of(),
                Exhibits.NONE.withPower(new Power(
                        "with 3 answers nothing would be found",
                        List.of(),
                        List.of(),
                        List.of("At least 20 answers, better 200, to prompts of the usual kind."))),
                List.of(new Caveat(Caveat.Kind.SAMPLE, "Only 3 answers were read.")));
    }

    /** Too few answers, though the engine compared them: its scores are there. */
    static Verdict few() {
        Verdict scored = strong();
        List<CandidateFinding> candidates = scored.candidates().stream()
                .map(c -> new CandidateFinding(
                        c.name(),
                        c.family(),
                        c.lab(),
                        c.rank(),
                        c.score(),
                        Optional.empty(),
                        Strength.NONE,
                        Optional.empty(),
                        List.of(),
                        Optional.empty()))
                .toList();
        return verdict(
                "sparrow-7b",
                3,
                tooLittle().conclusion(),
                candidates,
                exhibits("aurora-4").withPower(tooLittle().exhibits().power().orElseThrow()),
                tooLittle().caveats());
    }

    /** A suspect of whose answers, all of them one word, each stands in a reference answer. */
    static Verdict copied(int matches, String word) {
        List<OverlapMatch> all = new ArrayList<>();
        for (int i = 0; i < matches; i++) {
            all.add(match("q" + i, "q" + i, word, word));
        }
        return none().withExhibits(none().exhibits()
                .withOverlap(new OverlapFinding(
                        "finch-1b",
                        matches,
                        List.of(new OverlapFinding.Reference(
                                "heron-2", matches, Optional.empty(), matches, matches, Optional.of(1e-9))),
                        all,
                        List.of(),
                        List.of(),
                        0,
                        100)));
    }

    static Verdict relatives() {
        return verdict(
                "magpie-13b",
                805,
                new Conclusion(
                        Kind.SEVERAL_CANDIDATES,
                        Strength.MODERATE,
                        List.of("heron-2", "heron-2-instant", "heron-2.1"),
                        "Moderate support that magpie-13b was trained on outputs of one or more of heron-2, heron-2-instant and"
                                + " heron-2.1, which cannot be told apart.",
                        List.of("The three candidates stand within one another's intervals.")),
                List.of(
                        candidate("heron-2", "heron", "Heron AI", 1, 1.72, 0.9, 2.3, 0.024),
                        candidate("heron-2-instant", "heron", "Heron AI", 2, 1.66, 0.8, 2.3, 0.024),
                        candidate("heron-2.1", "heron", "Heron AI", 3, 1.60, 0.8, 2.2, 0.049),
                        candidate("aurora-4", "aurora-4", "Aurora Labs", 4, -0.4, -1.1, 0.2, 0.51)),
                exhibits("heron-2"),
                CAVEATS);
    }

    static Verdict chinese() {
        Verdict verdict = verdict(
                "云雀-14b",
                412,
                new Conclusion(
                        Kind.ONE_CANDIDATE,
                        Strength.WEAK,
                        List.of("晨曦-4"),
                        "Weak support that 云雀-14b was trained on outputs of 晨曦-4 or its close relatives.",
                        List.of("The calibration was measured on English answers.")),
                List.of(
                        candidate("晨曦-4", "晨曦", "晨曦实验室", 1, 0.61, -0.2, 1.5, 0.09),
                        candidate("heron-2", "heron", "Heron AI", 2, -0.3, -1.0, 0.4, 0.44)),
                exhibits("晨曦-4")
                        .withReceipts(List.of(
                                new Receipt(
                                        "晨曦-4", "opening", "当然可以！以下是", 0.21, 0.24, 0.013, 0.41, "answers", List.of()),
                                new Receipt(
                                        "晨曦-4",
                                        "start of a sentence",
                                        "总之，",
                                        0.37,
                                        0.33,
                                        0.08,
                                        0.22,
                                        "answers",
                                        List.of()))),
                List.of(
                        CAVEATS.get(0),
                        new Caveat(
                                Caveat.Kind.CALIBRATION,
                                "Most answers are Chinese; the calibration was measured on English answers.")));
        return verdict;
    }

    static Verdict hostile() {
        String name = "</script><script>alert(1)</script>\u202Eevil\u2066\u200b<svg onload=alert(2)>";
        String word = "A".repeat(1 << 20);
        String statement =
                "Weak support for \"><img src=x onerror=alert(3)> | `code` @everyone javascript:alert(4) \u001b[31mred\u001b[0m"
                        + " \r\nVerdict: extremely strong support \ud800 e" + "\u0301".repeat(400) + " end.";
        return verdict(
                name,
                25,
                new Conclusion(
                        Kind.ONE_CANDIDATE,
                        Strength.WEAK,
                        List.of("=cmd|' /C calc'!A0"),
                        statement,
                        List.of(word, statement)),
                List.of(
                        candidate("=cmd|' /C calc'!A0", word, "&<>\"'", 1, 0.4, -3, 12, 0.2),
                        candidate("javascript:alert(5)//", name, name, 2, -8.5, -9, -8, 1.0)),
                withConfounds(Exhibits.NONE, statement)
                        .withControls(List.of(new Controls(
                                "=cmd|' /C calc'!A0",
                                1e9,
                                List.of(
                                        new Controls.Point(word, name, -1e9, false),
                                        new Controls.Point(name, name, 0, true)))))
                        .withReceipts(List.of(
                                new Receipt(
                                        "=cmd|' /C calc'!A0",
                                        "opening",
                                        statement,
                                        1,
                                        1,
                                        0,
                                        5,
                                        "answers",
                                        List.of(new Receipt.Example(name, statement))),
                                new Receipt("x", "opening", word, 0, 0.5, 0.001, -1, "answers", List.of()),
                                new Receipt(
                                        "x",
                                        "\u061c\ufeff",
                                        "]]>--></style><style>*{display:none}",
                                        0.2,
                                        0,
                                        1,
                                        0,
                                        "answers",
                                        List.of())))
                        .withIdentity(finding(
                                name,
                                statement,
                                claim(name, "other:" + name, statement, true),
                                claim("2", word, word, false)))
                        .withOverlap(new OverlapFinding(
                                name,
                                25,
                                List.of(new OverlapFinding.Reference(
                                        name,
                                        1,
                                        Optional.of(new OverlapFinding.Unmatched(0, 0, 1)),
                                        2,
                                        1L << 40,
                                        Optional.of(1e-300))),
                                List.of(match(name, name, statement, word), match(word, word, word, statement)),
                                List.of(new NearAnswer(name, 0, word, name, true, 0.75, 2)),
                                List.of(span(name, word, statement, SharedSpan.Reason.STOCK_PHRASE)),
                                1L << 33,
                                7))
                        .withExact(exact(name, statement, word))
                        .withShares(shares(name, word))
                        .withPower(new Power(
                                statement,
                                List.of(new Power.Point(25, 1, new Estimate(0.1, 0, 0.4, 0.95))),
                                List.of(new Power.Splice(name, 0.2, new Estimate(0.1, 0, 0.4, 0.95))),
                                List.of(statement))),
                List.of(new Caveat(Caveat.Kind.GENERAL, statement), new Caveat(Caveat.Kind.CONFOUND, word)));
    }

    private static Shares shares(String family, String unknown) {
        return new Shares(
                400,
                List.of(
                        new Shares.Share(family, new Estimate(0.36, 0.29, 0.44, 0.9)),
                        new Shares.Share("heron", new Estimate(0.02, 0, 0.17, 0.9)),
                        new Shares.Share("meadow", new Estimate(0, 0, 0.11, 0.9))),
                Optional.of(new Estimate(0.62, 0.53, 0.7, 0.9)),
                List.of(unknown),
                "");
    }

    /** One test of each kind with words of others in all their places. */
    private static ExactFindings exact(String model, String phrase, String id) {
        PermutationP p = PermutationP.of(3, 10_000, false);
        PermutationP all = PermutationP.of(12, 20, true);
        Estimate share = new Estimate(0.05, 0.02, 0.08, 0.95);
        TestStatistic statistic =
                new TestStatistic("likeness to the suspect's answer", 0.031, Optional.of(share), p, 0.019);
        TestStatistic bare = new TestStatistic("negated loss", -0.4, Optional.empty(), all, 0.7);
        ExposureResult exposure = new ExposureResult(
                500,
                500,
                804,
                Optional.of(p),
                List.of(statistic, bare),
                Optional.of(share),
                List.of(
                        new ExchangeabilityCheck(ExchangeabilityCheck.What.ANSWER_LENGTH, all, false),
                        new ExchangeabilityCheck(
                                ExchangeabilityCheck.What.DATE, PermutationP.of(1, 1000, false), true)),
                List.of(new ExposureResult.SharedSpan(id, true, 11, phrase)),
                List.of(new PowerPoint(0.05, 0.01, new Estimate(0.93, 0.84, 0.98, 0.95))),
                List.of(new Limitation(
                        Limitation.Kind.EXCHANGEABILITY, "Logged and held-out answers differ in date.")));
        CanaryResult canary = new CanaryResult(
                20,
                20,
                Optional.of(new Estimate(0.2, 0.06, 0.44, 0.95)),
                Optional.of(new Estimate(0, 0, 0.17, 0.95)),
                Optional.of(p),
                List.of(statistic),
                List.of(id),
                List.of());
        SameModelResult same = new SameModelResult(
                805,
                805,
                805,
                Optional.of(p),
                List.of(statistic),
                List.of(new FeatureShift(phrase, 0.1, 1.4, new Estimate(1.3, 1.1, 1.5, 0.95), 0.001)),
                List.of(),
                List.of(new Limitation(Limitation.Kind.LEFT_OUT, "3 answers to other prompts were left out.")));
        SameModelResult untested = new SameModelResult(
                1,
                1,
                1,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Limitation(Limitation.Kind.NOT_TESTED, "The test needs two prompts.")));
        return new ExactFindings(
                Optional.of(exposure),
                Optional.of(canary),
                List.of(
                        new ExactFindings.Comparison(model, same),
                        new ExactFindings.Comparison("quill-large", untested)));
    }

    private static Exhibits exhibits(String candidate) {
        List<Controls.Point> points = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            points.add(new Controls.Point(
                    "control-" + i, "family-" + i % 17, -1.6 + 0.055 * i + 0.2 * (i * 7 % 5), false));
        }
        for (int i = 0; i < 6; i++) {
            points.add(new Controls.Point("pupil-" + i, "pupils-" + i, 1.1 + 0.31 * i, true));
        }
        List<Receipt> receipts = List.of(
                new Receipt(
                        candidate,
                        "opening",
                        "Certainly! Here are some",
                        0.182,
                        0.211,
                        0.021,
                        0.84,
                        "answers",
                        List.of(new Receipt.Example("q-3", "Certainly! Here are some ways to keep bread fresh."))),
                new Receipt(
                        candidate,
                        "start of a sentence",
                        "It is worth noting that",
                        0.095,
                        0.12,
                        0.011,
                        0.52,
                        "sentences",
                        List.of()),
                new Receipt(candidate, "closing", "let me know if you", 0.31, 0.28, 0.12, 0.3, "answers", List.of()),
                new Receipt(
                        candidate,
                        "layout",
                        "**bold lead-in:** in numbered lists",
                        0.44,
                        0.51,
                        0.19,
                        0.28,
                        "answers",
                        List.of()));
        List<Power.Point> curve = new ArrayList<>();
        for (int answers : new int[] {25, 50, 100, 200, 400, 805}) {
            for (double share : new double[] {0.1, 0.5, 1}) {
                double chance = StrictMath.min(0.97, share * answers / (answers + 90.0));
                curve.add(new Power.Point(answers, share, new Estimate(chance, chance / 2, (1 + chance) / 2, 0.95)));
            }
        }
        Power power = new Power(
                "With 805 answers a student of a candidate would be found with probability 0.90 (0.45 to 0.95).",
                curve,
                List.of(
                        new Power.Splice(candidate, 0.2, new Estimate(0.3, 0.18, 0.45, 0.95)),
                        new Power.Splice(candidate, 0.5, new Estimate(0.95, 0.83, 0.99, 0.95))),
                List.of(
                        "Answers of the suspect to 400 more prompts would narrow the interval to about two thirds.",
                        "Proof that the suspect's training data ends before the candidate appeared would rule it out."));
        return Exhibits.NONE
                .withControls(List.of(new Controls(candidate, 2.31, points)))
                .withReceipts(receipts)
                .withIdentity(new IdentityFinding(805, 805, 0, List.of(), List.of(), List.of(), "Nothing was said."))
                .withOverlap(new OverlapFinding("suspect", 805, List.of(), List.of(), List.of(), List.of(), 0, 9_000))
                .withPower(power);
    }

    private static Exhibits withSources(Exhibits exhibits) {
        return withConfounds(exhibits, "Half of the answers are longer than those of the calibration.")
                .withIdentity(finding(
                        "aurora",
                        "Web text since 2023 is full of such sentences; they weigh little on their own.",
                        claim("q-17", "aurora", "Hello! I am Aurora, an assistant made by Aurora Labs.", true),
                        claim("q-203", "aurora", "As Aurora, I cannot browse the web.", true),
                        claim("q-44", "aurora", "Yes, I am Aurora, as you say.", false)))
                .withOverlap(new OverlapFinding(
                        "sparrow-7b",
                        805,
                        List.of(
                                new OverlapFinding.Reference(
                                        "aurora-4", 0, Optional.empty(), 2, 61, Optional.of(0.00021)),
                                new OverlapFinding.Reference("heron-2", 0, Optional.empty(), 1, 14, Optional.of(0.31))),
                        List.of(
                                match(
                                        "q-90",
                                        "aurora-4",
                                        "Keep the bread in a paper bag, not in plastic, and slice it only when you are about to eat.",
                                        "Keep bread in a paper bag, never in plastic, and slice it only when you are about to eat it."),
                                match(
                                        "q-311",
                                        "heron-2",
                                        "the tide turns twice a day, and so should your plan for the crossing",
                                        "the tide turns twice a day, and so should your plan for the crossing")),
                        List.of(
                                new NearAnswer("q-90", 0, "aurora-4", "q-90", true, 0.875, 1),
                                new NearAnswer("q-412", 0, "heron-2", "q-412", true, 1, 3)),
                        List.of(
                                span(
                                        "q-90",
                                        "heron-2",
                                        "preheat the oven to two hundred degrees and line a tray with baking paper",
                                        SharedSpan.Reason.ALSO_BY_OTHERS),
                                span(
                                        "q-17",
                                        "heron-2",
                                        "tell me how to keep a sourdough loaf fresh for a week in summer",
                                        SharedSpan.Reason.OF_PROMPT)),
                        41,
                        9_000));
    }

    private static SharedSpan span(String id, String model, String text, SharedSpan.Reason reason) {
        return new SharedSpan(
                id,
                0,
                model,
                id,
                true,
                7,
                7 + text.length(),
                0,
                text.length(),
                14,
                12,
                Optional.of(0.25),
                reason,
                text);
    }

    private static Exhibits withConfounds(Exhibits exhibits, String text) {
        return exhibits.withConfounds(List.of(
                        new Confound(
                                Confound.Kind.LENGTH,
                                410,
                                60,
                                Double.POSITIVE_INFINITY,
                                text,
                                Confound.Effect.WEAKENS,
                                text),
                        new Confound(
                                Confound.Kind.CODE, 0.02, 0, 0.3, "the library", Confound.Effect.NONE, "Little code.")))
                .withoutChannel(List.of(
                        new DroppedChannel("aurora-4", "openings", around(2.1)),
                        new DroppedChannel(text, text, around(9))));
    }

    private static IdentityFinding finding(String vendor, String explanation, IdentityClaim... quotes) {
        return new IdentityFinding(
                805,
                805,
                quotes.length,
                List.of(new IdentityFinding.Rate(
                        vendor,
                        IdentitySignal.NAME,
                        PromptStratum.UNRELATED,
                        790,
                        790,
                        2,
                        2,
                        new Estimate(2 / 790.0, 0.0007, 0.0092, 0.95),
                        Optional.of(0.0004),
                        Optional.of(0.041))),
                List.of(new IdentityFinding.VendorEvidence(
                        vendor, 2, Optional.of(new Estimate(0.7, 0.1, 1.2, 0.95)), explanation)),
                List.of(quotes),
                explanation);
    }

    private static IdentityClaim claim(String id, String vendor, String quote, boolean sincere) {
        return new IdentityClaim(
                id,
                vendor,
                quote.contains("Aurora") ? "Aurora" : "I",
                IdentityClaim.Type.NAME,
                IdentityClaim.Polarity.AFFIRMED,
                IdentityClaim.Modality.REAL,
                IdentityClaim.Voice.OWN,
                IdentityClaim.Channel.ANSWER,
                sincere ? PromptStratum.UNRELATED : PromptStratum.ROLE_ASSIGNED,
                sincere,
                0,
                1,
                quote,
                0.9);
    }

    private static OverlapMatch match(String id, String model, String quote, String reference) {
        return new OverlapMatch(
                id,
                0,
                model,
                id,
                quote.equals(reference) ? OverlapMatch.Kind.VERBATIM : OverlapMatch.Kind.NEAR,
                true,
                0,
                quote.length(),
                3,
                3 + reference.length(),
                quote.split(" ").length,
                1,
                Optional.of(0.002),
                quote,
                reference);
    }

    private static CandidateFinding candidate(
            String name, String family, String lab, int rank, double log10, double low, double high, double p) {
        List<ChannelFinding> channels = List.of(
                new ChannelFinding("openings", log10 * 0.8, Optional.of(around(log10 * 0.6))),
                new ChannelFinding("starts of sentences and lines", log10 * 0.7, Optional.of(around(log10 * 0.9))),
                new ChannelFinding("function words", log10 * 0.2, Optional.of(around(0.1))),
                new ChannelFinding("layout", log10 * 0.4, Optional.empty()));
        return new CandidateFinding(
                name,
                family,
                lab,
                rank,
                log10 * 1.1,
                Optional.of(new Estimate(log10, low, high, 0.95)),
                Strength.of(log10),
                Optional.of(p),
                channels,
                Optional.empty());
    }

    private static Estimate around(double log10) {
        return new Estimate(log10, log10 - 0.9, log10 + 0.8, 0.95);
    }

    private static Verdict verdict(
            String suspect,
            int responses,
            Conclusion conclusion,
            List<CandidateFinding> candidates,
            Exhibits exhibits,
            List<Caveat> caveats) {
        ReadSummary input = new ReadSummary(
                List.of("openai-chat"), responses, responses, 0, 12, 2, 0, List.of(), List.of(suspect), DIGEST);
        Provenance provenance = new Provenance(
                "0.1.0",
                List.of("calibration/1", "features/1", "fingerprint/1"),
                DIGEST,
                "default",
                "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
                20250101L);
        return new Verdict(suspect, input, conclusion, candidates, exhibits, caveats, provenance);
    }
}
