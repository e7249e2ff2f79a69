package dev.pedigree.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;

/** Compares the marks of plots, read off against the ticks of their own axes, with the figures of the JSON. */
final class Marks {
    /** How far a mark may stand from its value: a pixel or two on axes of log10 ratios, chances and shares of a bar. */
    private static final Offset<Double> RATIO = within(0.03);

    private static final Offset<Double> CHANCE = within(0.015);
    private static final Offset<Double> SHARE = within(0.02);
    /** Marks of the strip plot stand in one of 60 columns. */
    private static final double COLUMN = 0.5 / 60 + 0.003;

    private static final double LEAST = -6;
    private static final double MOST = 9;

    private Marks() {}

    /** Where too few answers were read nothing is plotted that would mean nothing. */
    static void none(JsonNode marks, String... plots) {
        for (String plot : plots) {
            assertThat(marks.path(plot)).as(plot).isEmpty();
        }
    }

    static void forest(JsonNode report, JsonNode marks, int most) {
        List<JsonNode> candidates = list(report.path("candidates")).stream()
                .filter(c -> c.path("log10LikelihoodRatio").isObject()
                        && c.path("ruledOut").isNull())
                .limit(most)
                .toList();
        assertThat(marks).hasSize(candidates.size());
        List<String> named = list(report.path("verdict").path("candidates")).stream()
                .map(JsonNode::asText)
                .toList();
        for (int i = 0; i < candidates.size(); i++) {
            JsonNode ratio = candidates.get(i).path("log10LikelihoodRatio");
            JsonNode mark = marks.get(i);
            assertThat(mark.get(0).asDouble()).isCloseTo(shown(ratio.path("value")), RATIO);
            assertThat(mark.get(1).asDouble()).isCloseTo(shown(ratio.path("low")), RATIO);
            assertThat(mark.get(2).asDouble()).isCloseTo(shown(ratio.path("high")), RATIO);
            assertThat(mark.get(3).asInt() == 1)
                    .isEqualTo(named.contains(candidates.get(i).path("name").asText()));
        }
    }

    private static double shown(JsonNode log10) {
        return Math.max(LEAST, Math.min(MOST, log10.asDouble()));
    }

    static void controls(JsonNode report, JsonNode plots) {
        JsonNode all = report.path("controls");
        assertThat(plots).hasSize(all.size());
        for (int i = 0; i < all.size(); i++) {
            Offset<Double> column = within(COLUMN * plots.get(i).path("width").asDouble());
            assertSame(plots.get(i).path("independent"), scores(all.get(i), false), column);
            assertSame(plots.get(i).path("students"), scores(all.get(i), true), column);
            assertThat(plots.get(i).path("suspect").asDouble())
                    .isCloseTo(all.get(i).path("suspectScore").asDouble(), column);
            assertThat(plots.get(i).path("nearest").asInt())
                    .as("the nearest independent model and the nearest student are ringed")
                    .isEqualTo((scores(all.get(i), false).isEmpty() ? 0 : 1)
                            + (scores(all.get(i), true).isEmpty() ? 0 : 1));
        }
    }

    private static List<Double> scores(JsonNode controls, boolean trained) {
        return list(controls.path("points")).stream()
                .filter(p -> p.path("trained").asBoolean() == trained)
                .map(p -> p.path("score").asDouble())
                .toList();
    }

    static void power(JsonNode report, JsonNode marks) {
        List<Double> chances = list(report.path("power").path("points")).stream()
                .map(p -> p.path("probability").asDouble())
                .toList();
        assertSame(marks, chances, CHANCE);
    }

    static void receipts(JsonNode report, JsonNode bars) {
        List<JsonNode> receipts = list(report.path("receipts"));
        assertThat(bars).hasSize(3 * receipts.size());
        double longest = receipts.stream().mapToDouble(Marks::highest).max().orElse(1);
        List<Double> rates = receipts.stream()
                .flatMap(r -> List.of("suspectRate", "candidateRate", "populationRate").stream()
                        .map(rate -> r.path(rate).asDouble() / longest))
                .toList();
        assertSame(bars, rates, SHARE);
    }

    static void shares(JsonNode report, JsonNode bars) {
        JsonNode shares = report.path("shares");
        if (!shares.path("residual").isObject()) {
            assertThat(bars).isEmpty();
            return;
        }
        List<Double> drawn = Stream.concat(
                        list(shares.path("candidates")).stream()
                                .map(c -> c.path("share"))
                                .filter(s -> s.path("value").asDouble() >= 0.03
                                        || s.path("high").asDouble() >= 0.15),
                        Stream.of(shares.path("residual")))
                .map(s -> s.path("value").asDouble())
                .toList();
        assertSame(bars, drawn, SHARE);
    }

    private static double highest(JsonNode receipt) {
        return Math.max(
                receipt.path("suspectRate").asDouble(),
                Math.max(
                        receipt.path("candidateRate").asDouble(),
                        receipt.path("populationRate").asDouble()));
    }

    /** A page on which no candidate has a ratio gives no kind of evidence one. */
    static void channels(JsonNode report, int marks) {
        boolean anyRatio = list(report.path("candidates")).stream()
                .anyMatch(c -> c.path("log10LikelihoodRatio").isObject());
        long calibrated = list(report.path("candidates")).stream()
                .filter(c -> anyRatio)
                .filter(c -> !c.path("channels").isEmpty() && c.path("ruledOut").isNull())
                .limit(3)
                .flatMap(c -> list(c.path("channels")).stream())
                .filter(c -> c.path("log10LikelihoodRatio").isObject())
                .count();
        assertThat(marks).isEqualTo((int) calibrated);
    }

    private static void assertSame(JsonNode marks, List<Double> values, Offset<Double> offset) {
        double[] seen =
                list(marks).stream().mapToDouble(JsonNode::asDouble).sorted().toArray();
        double[] meant = values.stream().mapToDouble(v -> v).sorted().toArray();
        assertThat(seen).hasSize(meant.length).containsExactly(meant, offset);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
