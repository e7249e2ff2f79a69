package dev.pedigree.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.pedigree.benchmarks.AccuracyBootstrap.Figure;
import dev.pedigree.benchmarks.AccuracyScores.LeftOut;
import dev.pedigree.benchmarks.Evaluate.Figures;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers figures and writes them: {@code accuracy.json}, {@code accuracy.md} and scores as tab-separated text. */
final class AccuracyReport {
    private static final List<String> SCORE_COLUMNS = List.of(
            "top1_exact",
            "top1_lab",
            "pair_auc",
            "same_teacher_auc",
            "suspect_auc",
            "lab_at_0_false",
            "lab_at_1_false",
            "lab_at_2_false",
            "pair_tpr1",
            "pair_tpr5",
            "suspect_auc_humans_only",
            "same_teacher_auc_over_blandness");
    private static final List<String> RATIO_COLUMNS = List.of(
            "cllr",
            "cllr_min",
            "cllr_cal",
            "false_at_p5",
            "found_at_p5",
            "false_at_p10",
            "found_at_p10",
            "smallest_p",
            "false_weak",
            "found_weak",
            "false_moderate",
            "found_moderate",
            "set_coverage",
            "set_size",
            "lab_or_set_at_0_false");

    private final Path out;
    private final Map<String, EvaluateOptions> evaluations = new LinkedHashMap<>();
    private final Map<String, List<Figures>> figures = new LinkedHashMap<>();
    private final Map<String, Map<LeftOut, List<AccuracyRatios.Finding>>> findings = new LinkedHashMap<>();
    private final Map<String, Set<String>> withheld = new LinkedHashMap<>();
    private final Map<String, Map<LeftOut, Map<String, Figure>>> pooled = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> others = new LinkedHashMap<>();

    AccuracyReport(Path out) {
        this.out = out;
    }

    void add(EvaluateOptions options, List<Figures> measured) {
        evaluations.put(options.name(), options);
        figures.put(options.name(), measured);
    }

    /**
     * Keeps what was said of the suspects of an evaluation, for {@link #pool}.
     *
     * @param name the evaluation
     * @param said what was said, by what the calibration did not see
     * @param unanswered suspects to whom an audit gives no ratio, since their answers are unlike those that it was calibrated on
     */
    void findings(String name, Map<LeftOut, List<AccuracyRatios.Finding>> said, Set<String> unanswered) {
        findings.put(name, said);
        withheld.put(name, unanswered);
    }

    /**
     * The ratios of several evaluations together, those that were made: of all suspects, and of those to whom an audit gives a ratio.
     *
     * @param name what they are called together
     * @param parts the names of the evaluations, each of another prompt set
     */
    void pool(String name, List<String> parts, int resamples) {
        String title = name + " (" + String.join(", ", parts) + ")";
        pool(title, parts, resamples, Map.of());
        Set<String> unanswered = new TreeSet<>();
        parts.forEach(part -> unanswered.addAll(withheld.getOrDefault(part, Set.of())));
        if (!unanswered.isEmpty()) {
            pool(
                    title + ", without those to whom an audit gives no ratio: " + String.join(", ", unanswered),
                    parts,
                    resamples,
                    withheld);
        }
    }

    private void pool(String title, List<String> parts, int resamples, Map<String, Set<String>> without) {
        Map<LeftOut, Map<String, Figure>> together = new TreeMap<>();
        for (LeftOut leftOut : LeftOut.values()) {
            List<AccuracyRatios.Finding> all = parts.stream()
                    .filter(findings::containsKey)
                    .flatMap(part -> findings.get(part).getOrDefault(leftOut, List.of()).stream()
                            .filter(f -> !without.getOrDefault(part, Set.of()).contains(f.name())))
                    .toList();
            if (!all.isEmpty()) {
                together.put(leftOut, AccuracyRatios.intervals(List.of(all), resamples));
            }
        }
        if (!together.isEmpty()) {
            pooled.put(title, together);
        }
    }

    /** A figure that is no evaluation of suspects. */
    void add(String what, String figure, String value) {
        others.computeIfAbsent(what, k -> new LinkedHashMap<>()).put(figure, value);
    }

    void scores(String name, Map<String, Map<String, Map<String, Double>>> scores) throws IOException {
        Files.createDirectories(out);
        Path file = out.resolve(name + ".scores.tsv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("method\tsuspect\treference\tscore\n");
            for (Map.Entry<String, Map<String, Map<String, Double>>> method : scores.entrySet()) {
                for (Map.Entry<String, Map<String, Double>> suspect :
                        method.getValue().entrySet()) {
                    for (Map.Entry<String, Double> score : suspect.getValue().entrySet()) {
                        writer.write(String.join(
                                "\t",
                                method.getKey(),
                                suspect.getKey(),
                                score.getKey(),
                                Double.toString(score.getValue())));
                        writer.write('\n');
                    }
                }
            }
        }
    }

    void write() throws IOException {
        Files.createDirectories(out);
        try (OutputStream stream = Files.newOutputStream(out.resolve("accuracy.json"));
                JsonGenerator json = new JsonFactory().createGenerator(stream)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            write(json);
        }
        Files.writeString(out.resolve("accuracy.md"), markdown(), StandardCharsets.UTF_8);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", "pedigree/accuracy/1");
        json.writeArrayFieldStart("evaluations");
        for (Map.Entry<String, List<Figures>> evaluation : figures.entrySet()) {
            EvaluateOptions options = evaluations.get(evaluation.getKey());
            json.writeStartObject();
            json.writeStringField("name", options.name());
            json.writeStringField("command", options.command());
            json.writeArrayFieldStart("answers");
            for (Figures measured : evaluation.getValue()) {
                json.writeStartObject();
                json.writeStringField("answers", answers(measured));
                json.writeObjectFieldStart("methods");
                for (Map.Entry<String, Map<String, Figure>> method :
                        measured.methods().entrySet()) {
                    write(json, method.getKey(), method.getValue());
                }
                json.writeEndObject();
                json.writeObjectFieldStart("ratios");
                for (Map.Entry<LeftOut, Map<String, Figure>> ratios :
                        measured.ratios().entrySet()) {
                    write(json, ratios.getKey().name().toLowerCase(Locale.ROOT), ratios.getValue());
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("pooled");
        for (Map.Entry<String, Map<LeftOut, Map<String, Figure>>> together : pooled.entrySet()) {
            json.writeObjectFieldStart(together.getKey());
            for (Map.Entry<LeftOut, Map<String, Figure>> ratios :
                    together.getValue().entrySet()) {
                write(json, ratios.getKey().name().toLowerCase(Locale.ROOT), ratios.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("others");
        for (Map.Entry<String, Map<String, String>> other : others.entrySet()) {
            json.writeObjectFieldStart(other.getKey());
            for (Map.Entry<String, String> figure : other.getValue().entrySet()) {
                json.writeStringField(figure.getKey(), figure.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Map<String, Figure> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Figure> figure : values.entrySet()) {
            json.writeArrayFieldStart(figure.getKey());
            number(json, figure.getValue().value());
            number(json, figure.getValue().low());
            number(json, figure.getValue().high());
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    private static String answers(Figures measured) {
        return measured.answers() == 0 ? "all" : Integer.toString(measured.answers());
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        summary(text);
        figures.forEach((name, measured) -> {
            text.append("## ")
                    .append(name)
                    .append("\n\n`")
                    .append(evaluations.get(name).command())
                    .append("`\n\n");
            Map<String, Figure> any = measured.get(0).methods().get(Evaluate.OWN);
            text.append(String.format(
                    Locale.ROOT,
                    "%.0f students of %.0f families, %.0f innocents of %.0f families; chance %.2f%n%n",
                    any.get("students").value(),
                    any.get("student_families").value(),
                    any.get("innocents").value(),
                    any.get("innocent_families").value(),
                    any.get("chance").value()));
            List<List<String>> rows = new ArrayList<>();
            for (Figures f : measured) {
                f.methods().forEach((method, values) -> rows.add(row(method, answers(f), values, SCORE_COLUMNS)));
            }
            table(text, "method", SCORE_COLUMNS, rows);
            List<List<String>> ratios = new ArrayList<>();
            for (Figures f : measured) {
                f.ratios().forEach((leftOut, values) -> ratios.add(ratioRow(leftOut, answers(f), values)));
            }
            ratioTable(text, ratios);
        });
        pooled.forEach((name, ratios) -> {
            text.append("## ").append(name).append("\n\n");
            List<List<String>> rows = new ArrayList<>();
            ratios.forEach((leftOut, values) -> rows.add(ratioRow(leftOut, "all", values)));
            ratioTable(text, rows);
        });
        others.forEach((what, values) -> {
            text.append("## ").append(what).append("\n\n");
            values.forEach((figure, value) ->
                    text.append("* ").append(figure).append(": ").append(value).append('\n'));
            text.append('\n');
        });
        return text.toString();
    }

    /* Our score and the best of the others on all answers, one line for each evaluation. */
    private void summary(StringBuilder text) {
        text.append("## Summary, all answers\n\n")
                .append(
                        "| evaluation | pair AUC | same-teacher AUC | suspect AUC | right lab at 0 / 1 / 2 false accusations |")
                .append(" Cllr / min / cal | best other method: suspect AUC |\n|---|---|---|---|---|---|---|\n");
        figures.forEach((name, measured) -> measured.stream()
                .filter(f -> f.answers() == 0)
                .forEach(f -> {
                    Map<String, Figure> own = f.methods().get(Evaluate.OWN);
                    text.append("| ")
                            .append(String.join(
                                    " | ",
                                    name,
                                    text(own.get("pair_auc")),
                                    text(own.get("same_teacher_auc")),
                                    text(own.get("suspect_auc")),
                                    values(own, "lab_at_0_false", "lab_at_1_false", "lab_at_2_false"),
                                    f.ratios().containsKey(LeftOut.FAMILY_AND_PROMPT_SET)
                                            ? values(
                                                    f.ratios().get(LeftOut.FAMILY_AND_PROMPT_SET),
                                                    "cllr",
                                                    "cllr_min",
                                                    "cllr_cal")
                                            : "-",
                                    bestOther(f.methods())))
                            .append(" |\n");
                }));
        text.append('\n');
    }

    private static String values(Map<String, Figure> figures, String... names) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            double value = figures.get(name).value();
            values.add(Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "-");
        }
        return String.join(" / ", values);
    }

    private static String bestOther(Map<String, Map<String, Figure>> methods) {
        return methods.entrySet().stream()
                .filter(m -> !m.getKey().equals(Evaluate.OWN)
                        && !m.getKey().equals("distance")
                        && !m.getKey().equals(Evaluate.BLANDNESS)
                        && !m.getKey().equals(Evaluate.TOGETHER)
                        && !m.getKey().startsWith("channel_"))
                .max(Comparator.comparingDouble(
                        m -> m.getValue().get("suspect_auc").value()))
                .map(m -> m.getKey().replace('_', ' ') + " "
                        + String.format(
                                Locale.ROOT,
                                "%.3f",
                                m.getValue().get("suspect_auc").value()))
                .orElse("-");
    }

    private static List<String> ratioRow(LeftOut leftOut, String answers, Map<String, Figure> values) {
        List<String> row =
                row(leftOut.name().toLowerCase(Locale.ROOT).replace('_', ' '), answers, values, RATIO_COLUMNS);
        row.add(String.format(
                Locale.ROOT,
                "%.0f, %.0f of %.0f",
                values.get("humans_only_weak").value(),
                values.get("humans_only_moderate").value(),
                values.get("humans_only").value()));
        return row;
    }

    private static void ratioTable(StringBuilder text, List<List<String>> rows) {
        List<String> columns = new ArrayList<>(RATIO_COLUMNS);
        columns.add("humans only: weak, moderate");
        table(text, "left out of the calibration", columns, rows);
    }

    private static List<String> row(String name, String answers, Map<String, Figure> values, List<String> columns) {
        List<String> row = new ArrayList<>(List.of(name, answers));
        for (String column : columns) {
            row.add(text(values.get(column)));
        }
        return row;
    }

    /** A figure as the tables show it. */
    static String text(Figure figure) {
        if (!Double.isFinite(figure.value())) {
            return "-";
        }
        String value = String.format(Locale.ROOT, "%.3f", figure.value());
        return Double.isFinite(figure.low())
                ? value + String.format(Locale.ROOT, " (%.2f–%.2f)", figure.low(), figure.high())
                : value;
    }

    private static void table(StringBuilder text, String first, List<String> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("| ").append(first).append(" | answers | ");
        text.append(String.join(" | ", columns).replace('_', ' ')).append(" |\n|---|---|");
        text.append("---|".repeat(columns.size())).append('\n');
        rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        text.append('\n');
    }
}
