package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.overlap.OverlapFinder;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.OverlapIndex;
import dev.pedigree.overlap.OverlapMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies of programs that were renamed, reformatted, reordered and stripped of comments, against independent solutions of the same
 * tasks. The threshold is the one of the finder; it is reported with the rates at others.
 */
final class CodeOverlapAccuracy {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern DEFINED = Pattern.compile(
            "\\bdef\\s+(\\w+)|\\bclass\\s+(\\w+)|\\bfor\\s+(\\w+)\\s*,?\\s*(\\w+)?\\s+in\\b|^\\s*(\\w+)\\s*(?:,\\s*(\\w+)\\s*)?(?:[-+*/|&%]|//)?=(?!=)|\\blambda\\s+(\\w+)",
            Pattern.MULTILINE);
    private static final Pattern PARAMETERS = Pattern.compile("\\bdef\\s+\\w+\\s*\\(([^)]*)\\)");

    private CodeOverlapAccuracy() {}

    static void run(Path corpora, boolean test) throws IOException {
        for (String set : List.of("code_leetcode", "code_humaneval10")) {
            measure(corpora.resolve(set), test);
        }
    }

    private static String family(String model) {
        return model.startsWith("gpt_4") ? "gpt4" : model.startsWith("gpt_3") ? "gpt35" : model.contains("lama") || model.contains("Wizard") ? "codellama" : model;
    }

    private static void measure(Path folder, boolean test) throws IOException {
        List<Corpus> all = new ArrayList<>();
        Map<String, String> families = new TreeMap<>();
        for (Path file : OverlapAccuracy.files(folder)) {
            Corpus whole = OverlapAccuracy.read(file, Integer.MAX_VALUE);
            Set<String> seen = new LinkedHashSet<>();
            all.add(Corpus.of(
                    whole.name(),
                    whole.responses().stream()
                            .filter(r -> (Math.floorMod(r.id().hashCode() * 0x9E3779B1, 1 << 20) & 1024) == (test ? 1024 : 0))
                            .filter(r -> seen.add(r.id()))
                            .map(r -> Response.of(r.id(), "", r.text()))
                            .toList()));
            families.put(whole.name(), family(whole.name()));
        }
        OverlapFinder finder = OverlapFinder.of(OverlapIndex.of(all)).withFamilies(families);
        int copies = 0;
        List<Integer> recalled = new ArrayList<>();
        List<Integer> independent = new ArrayList<>();
        int independentPairs = 0;
        SplittableRandom random = new SplittableRandom(5);
        for (Corpus donor : all) {
            List<Response> edited = new ArrayList<>();
            for (Response r : donor.responses()) {
                edited.add(Response.of(r.id(), "", disguise(r.text(), random)));
            }
            OverlapFinding finding = finder.find(Corpus.of("disguised", edited));
            Map<String, Integer> best = new TreeMap<>();
            for (OverlapMatch m : finding.matches()) {
                if (m.kind() == OverlapMatch.Kind.CODE && family(m.referenceModel()).equals(family(donor.name()))) {
                    best.merge(m.suspectId(), m.words(), Math::max);
                }
            }
            for (Response r : donor.responses()) {
                copies++;
                recalled.add(best.getOrDefault(r.id(), 0));
            }
            List<String> relatives = families.keySet().stream().filter(m -> family(m).equals(family(donor.name()))).toList();
            OverlapFinding honest = finder.without(relatives).find(donor);
            Map<String, Integer> pairs = new TreeMap<>();
            for (OverlapMatch m : honest.matches()) {
                if (m.kind() == OverlapMatch.Kind.CODE && m.samePrompt()) {
                    pairs.merge(m.suspectId() + " " + m.referenceModel(), m.words(), Math::max);
                }
            }
            independent.addAll(pairs.values());
            Set<String> ids = new LinkedHashSet<>();
            donor.responses().forEach(r -> ids.add(r.id()));
            for (Corpus other : all) {
                if (!relatives.contains(other.name())) {
                    independentPairs += (int) other.responses().stream().filter(r -> ids.contains(r.id())).count();
                }
            }
        }
        OverlapAccuracy.say("%s: %d copies, %d independent pairs", folder.getFileName(), copies, independentPairs);
        for (int bar : new int[] {1, 40, 50, 60, 70, 80, 90, 100, 120}) {
            long hits = recalled.stream().filter(w -> w >= bar).count();
            long false1 = independent.stream().filter(w -> w >= bar).count();
            OverlapAccuracy.say("  >= %d tokens: recall %.4f, false %.4f (%d)", bar, hits / (double) copies, false1 / (double) independentPairs, false1);
        }
    }

    /** Renames what the program defines, strips comments, changes the layout, and turns the order of its functions. */
    static String disguise(String text, SplittableRandom random) {
        int open = text.indexOf("```");
        if (open < 0) {
            return "```python\n" + program(text, random) + "\n```";
        }
        int from = text.indexOf('\n', open) + 1;
        int close = text.indexOf("```", from);
        close = close < 0 ? text.length() : close;
        return "```python\n" + program(text.substring(from, close), random) + "\n```";
    }

    private static String program(String code, SplittableRandom random) {
        String bare = code.replaceAll("(?s)\"\"\".*?\"\"\"", "").replaceAll("(?m)^\\s*#.*$|  #.*$", "").replaceAll("(?m)[ \\t]+$", "");
        bare = reorder(bare, random);
        Map<String, String> names = new LinkedHashMap<>();
        Matcher parameters = PARAMETERS.matcher(bare);
        while (parameters.find()) {
            for (String parameter : parameters.group(1).split(",")) {
                String name = parameter.strip().split("[:=\\s*]")[0];
                if (!name.isEmpty() && !name.equals("self")) {
                    names.putIfAbsent(name, "p" + names.size() + "x");
                }
            }
        }
        Matcher defined = DEFINED.matcher(bare);
        while (defined.find()) {
            for (int g = 1; g <= defined.groupCount(); g++) {
                if (defined.group(g) != null && !defined.group(g).equals("self")) {
                    names.putIfAbsent(defined.group(g), "v" + names.size() + "_");
                }
            }
        }
        StringBuilder out = new StringBuilder();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            name.appendReplacement(out, names.getOrDefault(name.group(), Matcher.quoteReplacement(name.group())));
        }
        name.appendTail(out);
        return out.toString()
                .replaceAll("(?m)^((?:    )+)", "$1$1")
                .replaceAll(" (==|<=|>=|<|>|\\+|-|\\*) ", "$1")
                .replaceAll("(?m)^(\\s*)(return|for|while|if)", "\n$1# next\n$1$2")
                .replace(" ,", ",")
                .replace(", ", ",");
    }

    /** Turns the order of the top-level functions, and of the methods of a class. */
    private static String reorder(String code, SplittableRandom random) {
        for (String indent : List.of("", "    ")) {
            String[] parts = code.split("(?m)^(?=" + indent + "def )");
            if (parts.length > 2) {
                List<String> functions = new ArrayList<>(Arrays.asList(parts).subList(1, parts.length));
                String last = functions.get(functions.size() - 1);
                if (!last.endsWith("\n")) {
                    functions.set(functions.size() - 1, last + "\n");
                }
                Collections.shuffle(functions, new java.util.Random(random.nextInt()));
                return parts[0] + String.join("", functions);
            }
        }
        return code;
    }
}
