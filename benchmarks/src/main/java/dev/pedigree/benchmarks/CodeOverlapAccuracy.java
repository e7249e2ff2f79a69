package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.overlap.OverlapFinder;
import dev.pedigree.overlap.OverlapIndex;
import dev.pedigree.overlap.OverlapMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies of programs that were renamed, reformatted, reordered and stripped of comments, against independent solutions of the same
 * tasks. The threshold is the finder's own.
 */
final class CodeOverlapAccuracy {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern DEFINED = Pattern.compile(
            "\\bdef\\s+(\\w+)|\\bclass\\s+(\\w+)|\\bfor\\s+(\\w+)\\s*,?\\s*(\\w+)?\\s+in\\b|^\\s*(\\w+)\\s*(?:,\\s*(\\w+)\\s*)?(?:[-+*/|&%]|//)?=(?!=)|\\blambda\\s+(\\w+)",
            Pattern.MULTILINE);
    private static final Pattern PARAMETERS = Pattern.compile("\\bdef\\s+\\w+\\s*\\(([^)]*)\\)");

    private static final Pattern TOKEN = Pattern.compile("\"[^\"\\n]*\"|'[^'\\n]*'|\\w+|[^\\w\\s]");
    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "as",
            "assert",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "global",
            "if",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield",
            "None",
            "True",
            "False");

    /** How many answers of a model to a task are taken. */
    private static final int SAMPLES = Integer.getInteger("samples", 1);

    private CodeOverlapAccuracy() {}

    static void run(Path corpora, boolean test) throws IOException {
        for (String set : List.of("code_leetcode", "code_humaneval10")) {
            measure(corpora.resolve(set), test);
        }
    }

    private static String family(String model) {
        return model.startsWith("gpt_4")
                ? "gpt4"
                : model.startsWith("gpt_3")
                        ? "gpt35"
                        : model.contains("lama") || model.contains("Wizard") ? "codellama" : model;
    }

    /**
     * Each family in turn is the suspect and none of its models is in the index: its own answers are the independent solutions,
     * and the disguised answers of the models that are there are the copies.
     */
    private static void measure(Path folder, boolean test) throws IOException {
        List<Corpus> all = new ArrayList<>();
        for (Path file : OverlapAccuracy.files(folder)) {
            Corpus whole = OverlapAccuracy.read(file, Integer.MAX_VALUE);
            Map<String, Integer> seen = new TreeMap<>();
            all.add(Corpus.of(
                    whole.name(),
                    whole.responses().stream()
                            .filter(r -> (Math.floorMod(r.id().hashCode() * 0x9E3779B1, 1 << 20) & 1024)
                                    == (test ? 1024 : 0))
                            .filter(r -> seen.merge(r.id(), 1, Integer::sum) <= SAMPLES)
                            // the prompts say the same in each model's own template; the id is what they have in common
                            .map(r -> Response.of(r.id(), "", r.text()))
                            .toList()));
        }
        Map<String, Set<String>> writers = new TreeMap<>();
        for (Corpus corpus : all) {
            for (Response r : corpus.responses()) {
                writers.computeIfAbsent(r.id() + " " + normal(r.text()), x -> new TreeSet<>())
                        .add(family(corpus.name()));
            }
        }
        Map<String, int[]> recall = new TreeMap<>();
        Map<String, int[]> byWriters = new TreeMap<>();
        Map<String, int[]> falsePairs = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(5);
        for (String suspectFamily :
                new TreeSet<>(all.stream().map(c -> family(c.name())).toList())) {
            List<Corpus> references = all.stream()
                    .filter(c -> !family(c.name()).equals(suspectFamily))
                    .toList();
            Map<String, String> families = new TreeMap<>();
            references.forEach(c -> families.put(c.name(), family(c.name())));
            OverlapFinder finder = OverlapFinder.of(OverlapIndex.of(references), families);
            for (Corpus donor : references) {
                List<Response> copies = firstOfEach(donor).stream()
                        .map(r -> Response.of(r.id(), "", disguise(r.text(), random)))
                        .toList();
                Set<String> found = new TreeSet<>();
                for (OverlapMatch m :
                        finder.find(Corpus.of("disguised", copies)).matches()) {
                    if (m.kind() == OverlapMatch.Kind.CODE
                            && family(m.referenceModel()).equals(family(donor.name()))) {
                        found.add(m.suspectId());
                    }
                }
                for (Response r : copies) {
                    countByLength(recall, r.text(), found.contains(r.id()));
                }
                for (Response r : firstOfEach(donor)) {
                    Set<String> others = new TreeSet<>(writers.get(r.id() + " " + normal(r.text())));
                    others.remove(family(donor.name()));
                    String cell = others.isEmpty()
                            ? "nobody else"
                            : others.size() == 1 ? "one other family" : "two other families and more";
                    count(byWriters, cell, found.contains(r.id()));
                    count(byWriters, cell + ", " + length(r.text()), found.contains(r.id()));
                }
            }
            for (Corpus suspect : all) {
                if (!family(suspect.name()).equals(suspectFamily)) {
                    continue;
                }
                List<Response> own = firstOfEach(suspect);
                Map<String, Set<String>> matched = new TreeMap<>();
                for (OverlapMatch m : finder.find(Corpus.of("honest", own)).matches()) {
                    if (m.kind() == OverlapMatch.Kind.CODE) {
                        matched.computeIfAbsent(m.suspectId(), x -> new TreeSet<>())
                                .add(m.referenceModel());
                    }
                }
                for (Response r : own) {
                    for (Corpus reference : references) {
                        if (reference.responses().stream().anyMatch(o -> o.id().equals(r.id()))) {
                            countByLength(
                                    falsePairs,
                                    r.text(),
                                    matched.getOrDefault(r.id(), Set.of()).contains(reference.name()));
                        }
                    }
                }
            }
        }
        OverlapAccuracy.say("%s, up to %d answers of a model to a task:", folder.getFileName(), SAMPLES);
        byWriters.forEach((who, c) -> OverlapAccuracy.say(
                "  copies of programs that, names and literals aside, %s write: %d of %d found, %.4f",
                who, c[0], c[1], c[0] / (double) c[1]));
        recall.forEach((length, c) -> {
            int[] f = falsePairs.getOrDefault(length, new int[2]);
            OverlapAccuracy.say(
                    "  %s: %d of %d copies found, %.4f; %d of %d independent pairs listed, %.4f",
                    length, c[0], c[1], c[0] / (double) c[1], f[0], f[1], f[0] / (double) f[1]);
        });
    }

    private static List<Response> firstOfEach(Corpus corpus) {
        Set<String> seen = new TreeSet<>();
        return corpus.responses().stream().filter(r -> seen.add(r.id())).toList();
    }

    /** The program of an answer without documentation strings and comments. */
    private static String bare(String text) {
        String program = text.contains("```") ? text.substring(text.indexOf("```"), text.lastIndexOf("```") + 3) : text;
        return program.replaceAll("(?s:\"\"\".*?\"\"\")|(?m:#.*$)", "");
    }

    /** The program of an answer as it is compared: names and literals say nothing, imports and layout are gone. */
    private static String normal(String text) {
        String program = bare(text).replaceAll("```\\w*", "").replaceAll("(?m)^\\s*(import|from)\\s.*$", "");
        StringBuilder out = new StringBuilder();
        Matcher token = TOKEN.matcher(program);
        while (token.find()) {
            String t = token.group();
            char first = t.charAt(0);
            boolean name = Character.isLetter(first) || first == '_';
            out.append(
                            name && !KEYWORDS.contains(t)
                                    ? "n"
                                    : Character.isDigit(first) ? "0" : first == '"' || first == '\'' ? "s" : t)
                    .append(' ');
        }
        return out.toString();
    }

    /** Counts an answer under all and under the length of its program. */
    private static void countByLength(Map<String, int[]> counts, String text, boolean hit) {
        count(counts, "all", hit);
        count(counts, length(text), hit);
    }

    private static void count(Map<String, int[]> counts, String cell, boolean hit) {
        int[] c = counts.computeIfAbsent(cell, x -> new int[2]);
        c[0] += hit ? 1 : 0;
        c[1]++;
    }

    private static String length(String text) {
        long tokens =
                Pattern.compile("\\w+|[^\\w\\s]").matcher(bare(text)).results().count();
        return tokens < 50
                ? "tokens 000-049"
                : tokens < 100 ? "tokens 050-099" : tokens < 150 ? "tokens 100-149" : "tokens 150 and more";
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
        String bare = code.replaceAll("(?s)\"\"\".*?\"\"\"", "")
                .replaceAll("(?m)^\\s*#.*$|  #.*$", "")
                .replaceAll("(?m)[ \\t]+$", "");
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
