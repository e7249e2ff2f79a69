package dev.pedigree.benchmarks;

import dev.pedigree.benchmarks.AccuracyFingerprints.Selection;
import dev.pedigree.reference.ModelTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is evaluated.
 *
 * @param name what the evaluation is called
 * @param suspects a folder with a file for each suspect
 * @param references folders with a file for each reference, one for each prompt set; empty for the library that ships with Pedigree
 * @param truth what is known of suspects and references
 * @param dated whether the truth was {@linkplain AccuracyTruth#dated dated}
 * @param suspectPart which of the suspects' answers
 * @param referencePart which of the references' answers
 * @param answers numbers of answers of each suspect; 0 is all
 * @param draws how many samples of so many answers
 * @param calibration folders of the library on whose known models scores are calibrated; empty for the one that ships with Pedigree
 * @param refit whether feature spaces are learned anew without each suspect's relatives
 * @param baselines whether other methods are measured too
 * @param resamples how many draws of families make an interval
 * @param cache where fingerprints are kept; empty for nowhere
 * @param out where reports go
 */
record EvaluateOptions(
        String name,
        Path suspects,
        List<Path> references,
        AccuracyTruth truth,
        boolean dated,
        Selection suspectPart,
        Selection referencePart,
        List<Integer> answers,
        int draws,
        List<Path> calibration,
        boolean refit,
        boolean baselines,
        int resamples,
        Optional<Path> cache,
        Path out) {
    private static final Set<String> KNOWN = Set.of(
            "--suspects",
            "--references",
            "--truth",
            "--refmap",
            "--dated",
            "--suspect-part",
            "--reference-part",
            "--answers",
            "--draws",
            "--calibration",
            "--refit",
            "--baselines",
            "--resamples",
            "--cache",
            "--out",
            "--name");

    static EvaluateOptions parse(String[] args) throws IOException {
        Map<String, String> given = named(args, KNOWN);
        for (String needed : List.of("--suspects", "--references", "--truth")) {
            if (!given.containsKey(needed)) {
                throw new IllegalArgumentException("missing " + needed);
            }
        }
        AccuracyTruth truth = AccuracyTruth.of(
                AccuracyTruth.table(Path.of(given.get("--truth"))),
                given.containsKey("--refmap")
                        ? AccuracyTruth.table(Path.of(given.get("--refmap")))
                        : AccuracyTruth.ownTable("families.tsv"));
        boolean dated = given.getOrDefault("--dated", "no").equals("yes");
        return new EvaluateOptions(
                given.getOrDefault("--name", "evaluation"),
                Path.of(given.get("--suspects")),
                folders(given.get("--references")),
                dated ? truth.dated(ModelTable.builtIn()) : truth,
                dated,
                part(given.getOrDefault("--suspect-part", "0/1")),
                part(given.getOrDefault("--reference-part", "0/1")),
                answers(given.getOrDefault("--answers", "all")),
                Integer.parseInt(given.getOrDefault("--draws", "1")),
                folders(given.getOrDefault("--calibration", "default")),
                given.getOrDefault("--refit", "no").equals("yes"),
                given.getOrDefault("--baselines", "yes").equals("yes"),
                Integer.parseInt(given.getOrDefault("--resamples", "500")),
                Optional.ofNullable(given.get("--cache")).map(Path::of),
                Path.of(given.getOrDefault("--out", ".")));
    }

    private static List<Path> folders(String text) {
        return text.equals("default")
                ? List.of()
                : Arrays.stream(text.split(",")).map(Path::of).toList();
    }

    static Map<String, String> named(String[] args, Set<String> known) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!known.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("unknown option or missing value: " + args[i]);
            }
            given.put(args[i], args[i + 1]);
        }
        return given;
    }

    static Selection part(String text) {
        String[] ends = text.split("/");
        return new Selection(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), 0, 0);
    }

    static List<Integer> answers(String text) {
        List<Integer> answers = new ArrayList<>();
        for (String number : text.split(",")) {
            answers.add(number.equals("all") ? 0 : Integer.parseInt(number));
        }
        return answers;
    }

    /** The command that gives the same evaluation again, with the names of folders alone. */
    String command() {
        return "evaluate --suspects " + suspects.getFileName() + " --references " + names(references)
                + (suspectPart.isAll() ? "" : " --suspect-part " + suspectPart.part() + "/" + suspectPart.parts())
                + (referencePart.isAll()
                        ? ""
                        : " --reference-part " + referencePart.part() + "/" + referencePart.parts())
                + (calibration.isEmpty() ? "" : " --calibration " + names(calibration))
                + (dated ? " --dated yes" : "")
                + (refit ? " --refit yes" : "");
    }

    private static String names(List<Path> folders) {
        return folders.isEmpty()
                ? "default"
                : String.join(
                        ",",
                        folders.stream().map(p -> p.getFileName().toString()).toList());
    }
}
