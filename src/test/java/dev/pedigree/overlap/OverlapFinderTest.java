package dev.pedigree.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.report.OverlapReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class OverlapFinderTest {
    private static final String SPAN =
            "seven grey herons waited beside the frozen canal while the lamplighter counted his matches again";

    private static final String CHINESE = "七只灰鹭在结冰的运河边等候而点灯人又一次数着他剩下的火柴直到天亮";
    private static final String JAPANESE = "七羽の灰色の鷺が凍った運河のほとりで待つあいだ、灯りをともす人はもう一度マッチを数えた";
    private static final String KOREAN = "일곱 마리의 왜가리가 얼어붙은 운하 옆에서 기다리는 동안 등불지기는 성냥을 다시 세었다";

    private static Corpus model(String name, int seed, int answers) {
        List<Response> out = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            out.add(Response.of("q" + i, "Question number " + i, Texts.prose(seed * 10_000L + i, 120)));
        }
        return Corpus.of(name, out);
    }

    private static List<Corpus> models(int count) {
        List<Corpus> out = new ArrayList<>();
        for (int m = 0; m < count; m++) {
            out.add(model("model-" + m, m + 1, 12));
        }
        return out;
    }

    private static Corpus with(Corpus corpus, int answer, String text) {
        List<Response> out = new ArrayList<>(corpus.responses());
        Response old = out.get(answer);
        out.set(answer, Response.of(old.id(), old.prompt().lastUserText(), text));
        return Corpus.of(corpus.name(), out);
    }

    private static List<OverlapMatch> find(List<Corpus> references, String prompt, String answer) throws IOException {
        Corpus suspect = Corpus.of("suspect", List.of(Response.of("s", prompt, answer)));
        return OverlapFinder.of(OverlapIndex.of(references)).find(suspect).matches();
    }

    @Test
    void plantedSpanIsFoundWithItsOffsetsWhateverItsCaseAndPunctuation() throws IOException {
        List<Corpus> references = models(130);
        references.set(2, with(references.get(2), 5, Texts.prose(1, 40) + " " + SPAN + ". " + Texts.prose(2, 40)));
        String changed = SPAN.toUpperCase(java.util.Locale.ROOT).replace(" WHILE", ", — while");
        String answer = Texts.prose(3, 50) + "\n\n" + changed + "\n" + Texts.prose(4, 50);
        List<OverlapMatch> matches = find(references, "Another question", answer);
        assertThat(matches).hasSize(1);
        OverlapMatch match = matches.get(0);
        assertThat(match.kind()).isEqualTo(OverlapMatch.Kind.VERBATIM);
        assertThat(match.referenceModel()).isEqualTo("model-2");
        assertThat(match.referenceId()).isEqualTo("q5");
        assertThat(match.quote()).isEqualTo(changed);
        assertThat(answer.substring(match.suspectStart(), match.suspectEnd())).isEqualTo(changed);
        String reference = references.get(2).responses().get(5).text();
        assertThat(reference.substring(match.referenceStart(), match.referenceEnd()))
                .isEqualTo(SPAN);
        assertThat(match.words()).isEqualTo(15);
        assertThat(match.rarity()).isEqualTo(1);
        assertThat(match.samePrompt()).isFalse();
    }

    @Test
    void whatTwoUnrelatedModelsAlsoWriteDoesNotCountUnlessTheyAreRelatives() throws IOException {
        List<Corpus> references = models(5);
        for (int m = 0; m < 3; m++) {
            references.set(
                    m, with(references.get(m), m, Texts.prose(m, 30) + " " + SPAN + " " + Texts.prose(m + 9, 30)));
        }
        String answer = Texts.prose(77, 30) + " " + SPAN + " " + Texts.prose(78, 30);
        assertThat(find(references, "Another question", answer)).isEmpty();
        Map<String, String> families = new TreeMap<>();
        families.put("model-0", "same");
        families.put("model-1", "same");
        OverlapFinding finding = OverlapFinder.of(OverlapIndex.of(references))
                .withFamilies(families)
                .find(Corpus.of("suspect", List.of(Response.of("s", "Another question", answer))));
        assertThat(finding.matches())
                .hasSize(3)
                .allSatisfy(m -> assertThat(m.rarity()).isEqualTo(3));
    }

    @Test
    void aPhraseThatStandsInAnswersToManyPromptsMustGoFurtherBeyondThem() throws IOException {
        String part = SPAN.substring(0, SPAN.indexOf(" the lamplighter"));
        String answer = Texts.prose(3, 50) + " " + SPAN + " " + Texts.prose(4, 50);
        assertThat(find(withParts(part, 5, 5), "Another question", answer))
                .as("the others answer the prompt of the answer that holds the span")
                .extracting(OverlapMatch::referenceModel)
                .containsExactly("model-2");
        assertThat(find(withParts(part, 1, 7), "Another question", answer))
                .as("they answer other prompts with it")
                .isEmpty();
    }

    /** References of which one holds the span in answer to the sixth prompt, and two others a part of it. */
    private static List<Corpus> withParts(String part, int first, int second) {
        List<Corpus> references = models(130);
        references.set(2, with(references.get(2), 5, Texts.prose(1, 40) + " " + SPAN + ". " + Texts.prose(2, 40)));
        references.set(0, with(references.get(0), first, Texts.prose(5, 40) + " " + part + ". " + Texts.prose(6, 40)));
        references.set(1, with(references.get(1), second, Texts.prose(7, 40) + " " + part + ". " + Texts.prose(8, 40)));
        return references;
    }

    @Test
    void shortSpansOfTheSamePromptCountWhereNobodyElseComesNear() throws IOException {
        List<Corpus> references = models(4);
        references.set(1, with(references.get(1), 0, Texts.prose(1, 30) + " " + SPAN + ". " + Texts.prose(2, 30)));
        String answer = Texts.prose(3, 30) + " " + SPAN + " " + Texts.prose(4, 30);
        assertThat(find(references, "Question number 0", answer))
                .singleElement()
                .satisfies(m -> assertThat(m.samePrompt()).isTrue());
        String part = "herons waited beside the frozen canal while the";
        references.set(2, with(references.get(2), 0, Texts.prose(5, 30) + " " + part + " " + Texts.prose(6, 30)));
        assertThat(find(references, "Question number 0", answer)).isEmpty();
        String longer = SPAN + " and " + Texts.prose(7, 9);
        references.set(1, with(references.get(1), 0, Texts.prose(1, 30) + " " + longer + ". " + Texts.prose(2, 30)));
        assertThat(find(references, "Question number 0", Texts.prose(3, 30) + " " + longer + " " + Texts.prose(4, 30)))
                .hasSize(1);
        // between different prompts a part of a span that others write is no reason to drop it
        references.set(3, with(references.get(3), 0, Texts.prose(8, 30) + " " + part + " " + Texts.prose(9, 30)));
        assertThat(find(references, "Another question", Texts.prose(3, 30) + " " + longer + " " + Texts.prose(4, 30)))
                .hasSize(1);
    }

    @Test
    void aSpanOfAnswersThatAreAlikeElsewhereMustGoFurther() throws IOException {
        List<Corpus> references = models(8);
        String rest = Texts.prose(11, 60);
        references.set(1, with(references.get(1), 0, rest + " " + SPAN + ". " + Texts.prose(2, 30)));
        String unlike = Texts.prose(3, 60) + " " + SPAN + " " + Texts.prose(4, 30);
        assertThat(find(references, "Question number 0", unlike)).hasSize(1);
        String alike = inPieces(rest) + " " + SPAN + " " + Texts.prose(4, 30);
        assertThat(find(references, "Question number 0", alike)).isEmpty();
        assertThat(find(references, "Another question", alike))
                .as("answers to other prompts have no reason to be alike")
                .hasSize(1);
    }

    @Test
    void aSpanMustBeTheLongerTheFewerReferencesThereAre() throws IOException {
        String thirteen = SPAN.substring(0, SPAN.indexOf(" matches again"));
        String answer = Texts.prose(3, 30) + " " + thirteen + " " + Texts.prose(4, 30);
        for (int models : new int[] {2, 40}) {
            List<Corpus> references = models(models);
            references.set(
                    1, with(references.get(1), 0, Texts.prose(1, 30) + " " + thirteen + ". " + Texts.prose(2, 30)));
            for (String prompt : new String[] {"Question number 0", "Another question"}) {
                assertThat(find(references, prompt, answer))
                        .as(models + " models, " + prompt)
                        .hasSize(models == 2 ? 0 : 1);
            }
        }
    }

    /** A text with three foreign words after every three of its own. */
    private static String inPieces(String text) {
        String[] all = text.split("\\s+");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
            out.append(all[i]).append(i % 3 == 2 ? " x" + i + " y" + i + " z" + i + " " : " ");
        }
        return out.toString();
    }

    @Test
    void wordsOfThePromptAndAskedQuotationsDoNotCount() throws IOException {
        List<Corpus> references = models(3);
        references.set(1, with(references.get(1), 4, "It reads: \"" + SPAN + "\" " + Texts.prose(5, 30)));
        String answer = Texts.prose(6, 30) + " \"" + SPAN + "\" " + Texts.prose(7, 30);
        assertThat(find(references, "Say something", answer)).hasSize(1);
        assertThat(find(references, "Say something with this: " + SPAN, answer)).isEmpty();
        assertThat(find(references, "Please quote the first line of that novel", answer))
                .isEmpty();
    }

    @Test
    void editedAnswersAndReorderedSentencesAreNear() throws IOException {
        List<Corpus> references = models(6);
        for (double rate : new double[] {0.1, 0.2, 0.3}) {
            SplitMix64 random = new SplitMix64(42);
            StringBuilder edited = new StringBuilder();
            for (String word : references.get(3).responses().get(7).text().split(" ")) {
                if (random.nextDouble() >= rate) {
                    edited.append(word).append(' ');
                } else if (random.nextInt(3) > 0) {
                    edited.append(random.nextInt(2) == 0 ? word + " zzz " : "zzz ");
                }
            }
            List<OverlapMatch> matches = find(references, "Another question", edited.toString());
            assertThat(matches).as("rate " + (int) (100 * rate)).hasSize(1);
            assertThat(matches.get(0).kind()).isEqualTo(OverlapMatch.Kind.NEAR);
            assertThat(matches.get(0).referenceModel()).isEqualTo("model-3");
            assertThat(matches.get(0).words()).isGreaterThan(60);
        }
        String[] sentences = {Texts.prose(901, 13), Texts.prose(902, 13), Texts.prose(903, 13), Texts.prose(904, 13)};
        references.set(0, with(references.get(0), 0, String.join(" ", sentences)));
        String turned = sentences[2] + " " + sentences[0] + " " + sentences[3] + " " + sentences[1];
        assertThat(find(references, "Another question", turned).stream()
                        .mapToInt(OverlapMatch::words)
                        .sum())
                .isEqualTo(52);
    }

    @Test
    void shortAnswersThatNobodyElseComesNearAreFoundAsWholes() throws IOException {
        List<Corpus> references = models(5);
        String answer = "Herons, lamplighters and frozen canals fill his quiet winter novels.";
        references.set(1, with(references.get(1), 0, answer));
        references.set(2, with(references.get(2), 0, "It is a novel about winter and about herons."));
        assertThat(find(references, "Question number 0", answer))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.kind()).isEqualTo(OverlapMatch.Kind.VERBATIM);
                    assertThat(m.referenceModel()).isEqualTo("model-1");
                    assertThat(m.quote()).isEqualTo(answer.substring(0, answer.length() - 1));
                });
        String edited = "Herons, lamplighters and frozen rivers fill his very quiet winter novels.";
        assertThat(find(references, "Question number 0", edited))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.kind()).isEqualTo(OverlapMatch.Kind.NEAR);
                    assertThat(m.referenceModel()).isEqualTo("model-1");
                });
        references.set(3, with(references.get(3), 0, answer.replace("quiet", "silent")));
        references.set(4, with(references.get(4), 0, answer.replace("novels", "stories")));
        assertThat(find(references, "Question number 0", answer)).isEmpty();
    }

    @Test
    void aCopyWithAProgramIsFoundThoughItsFencesAreLost() throws IOException {
        List<Corpus> references = models(4);
        StringBuilder program = new StringBuilder("```python\n");
        for (int line = 0; line < 12; line++) {
            program.append("    ")
                    .append(Texts.prose(500 + line, 4).replace(' ', '_'))
                    .append(" = ")
                    .append(Texts.prose(600 + line, 3).replaceFirst(" ", "(").replace(' ', ','))
                    .append(")\n");
        }
        String answer = Texts.prose(21, 14) + "\n\n" + program + "```\n\n" + Texts.prose(22, 14);
        references.set(2, with(references.get(2), 3, answer));
        SplitMix64 random = new SplitMix64(3);
        StringBuilder edited = new StringBuilder();
        for (String word : answer.split("\\s+")) {
            edited.append(random.nextInt(5) > 0 && !word.startsWith("```") ? word : "other")
                    .append(' ');
        }
        assertThat(find(references, "Another question", edited.toString())).anySatisfy(m -> {
            assertThat(m.kind()).isEqualTo(OverlapMatch.Kind.NEAR);
            assertThat(m.referenceModel()).isEqualTo("model-2");
            assertThat(answer.substring(m.referenceStart(), m.referenceEnd())).isEqualTo(m.referenceQuote());
            assertThat(edited.substring(m.suspectStart(), m.suspectEnd())).isEqualTo(m.quote());
            assertThat(m.words()).isGreaterThan(50);
        });
    }

    @Test
    void aLoopBesideLoopsIsFoundInSeconds() {
        String loop = "apple ".repeat(30_000).strip();
        List<Corpus> references = models(8);
        references.replaceAll(corpus -> with(corpus, 3, loop));
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), // minutes and more where each turn meets each of the others
                () -> find(references, "Another question", loop));
    }

    @Test
    void aLoopSaysNoMoreTheLongerItGoesOn() throws IOException {
        List<Corpus> references = models(4);
        references.set(2, with(references.get(2), 0, Texts.prose(1, 20) + " up and down".repeat(60)));
        assertThat(find(references, "Question number 0", Texts.prose(3, 20) + " up and down".repeat(90)))
                .isEmpty();
    }

    @Test
    void equalAnswersAreCountedHoweverShort() throws IOException {
        List<Corpus> references = models(3);
        references.set(1, with(references.get(1), 0, "It is  Oslo.\n"));
        OverlapFinding finding = OverlapFinder.of(OverlapIndex.of(references))
                .find(Corpus.of("suspect", List.of(Response.of("s", "Question number 0", "It is Oslo."))));
        assertThat(finding.matches()).isEmpty();
        assertThat(finding.references()).hasSize(1);
        assertThat(finding.references().get(0).equalAnswers()).isEqualTo(1);
    }

    @Test
    void anEqualAnswerIsAMatchThoughOthersWriteEveryPieceOfIt() throws IOException {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pieces.add(Texts.prose(700 + i, 9));
        }
        List<Corpus> references = models(14);
        String answer = String.join(" ", pieces);
        references.set(0, with(references.get(0), 0, answer));
        for (int m = 1; m <= 12; m++) {
            String piece = pieces.get((m - 1) / 2);
            references.set(
                    m, with(references.get(m), 0, Texts.prose(m, 25) + " " + piece + " " + Texts.prose(m + 50, 25)));
        }
        assertThat(find(references, "Question number 0", answer))
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.referenceModel()).isEqualTo("model-0");
                    assertThat(match.kind()).isEqualTo(OverlapMatch.Kind.VERBATIM);
                    // 54 words, of which two others write nine each
                    assertThat(match.words()).isEqualTo(45);
                });
        // where two unrelated models give all but a few words of it, the answer is what many give
        for (int m = 12; m < 14; m++) {
            references.set(m, with(references.get(m), 0, answer + " " + Texts.prose(m, 3)));
        }
        assertThat(find(references, "Question number 0", answer)).isEmpty();
    }

    @Test
    void equalAnswersThatAreNoMatchSayWhy() throws IOException {
        List<Corpus> references = models(5);
        references.set(0, with(references.get(0), 0, "It is Oslo."));
        references.set(0, with(references.get(0), 1, SPAN));
        references.set(0, with(references.get(0), 2, SPAN + " indeed"));
        for (int m = 1; m < 4; m++) {
            references.set(m, with(references.get(m), 2, SPAN + " then"));
        }
        references.set(0, with(references.get(0), 3, Texts.prose(9, 60)));
        OverlapFinding finding = OverlapFinder.of(OverlapIndex.of(references))
                .find(Corpus.of(
                        "suspect",
                        List.of(
                                Response.of("short", "Question number 0", "It is Oslo."),
                                Response.of("prompt", "Say after me: " + SPAN, SPAN),
                                Response.of("shared", "Question number 2", SPAN + " indeed"),
                                Response.of("copy", "Question number 3", Texts.prose(9, 60)))));
        OverlapFinding.Reference first = finding.references().get(0);
        assertThat(first.model()).isEqualTo("model-0");
        assertThat(first.equalAnswers()).isEqualTo(4);
        assertThat(first.sharedAnswers()).isEqualTo(1);
        assertThat(first.unmatched()).contains(new OverlapFinding.Unmatched(1, 1, 1));
        OverlapReport report = OverlapReport.of(finding);
        assertThat(report.json()).contains("\"alsoByOthers\" : 1");
        assertThat(report.text(200, false)).contains("3 equal pairs of answers not counted as shared");
    }

    @Test
    void answersThatAreNearlyTheSameAreListedWhoeverElseGivesThem() throws IOException {
        List<Corpus> references = models(9);
        for (int m = 0; m < 7; m++) {
            references.set(m, with(references.get(m), 3, "The capital of that country is Canberra"));
        }
        String story = references.get(8).responses().get(4).text();
        List<String> words = new ArrayList<>(List.of(story.split(" ")));
        for (int i = 3; i < words.size(); i += 5) {
            words.set(i, Texts.word(new SplitMix64(i)));
        }
        OverlapFinding finding = OverlapFinder.of(OverlapIndex.of(references))
                .find(Corpus.of(
                        "suspect",
                        List.of(
                                Response.of("a", "Question number 3", "The capital as of then is Canberra."),
                                Response.of("b", "Another question", String.join(" ", words)),
                                Response.of("c", "Question number 5", "Nothing of all that, I think"))));
        assertThat(finding.nearAnswers())
                .filteredOn(n -> n.suspectId().equals("a"))
                .hasSize(5)
                .allSatisfy(n -> {
                    assertThat(n.referenceId()).isEqualTo("q3");
                    assertThat(n.samePrompt()).isTrue();
                    assertThat(n.similarity()).isEqualTo(10 / 14.0);
                    assertThat(n.models()).isEqualTo(7);
                });
        assertThat(finding.matches()).noneMatch(m -> m.suspectId().equals("a"));
        assertThat(finding.nearAnswers())
                .filteredOn(n -> n.suspectId().equals("b"))
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.referenceModel()).isEqualTo("model-8");
                    assertThat(n.samePrompt()).isFalse();
                    assertThat(n.models()).isEqualTo(1);
                    assertThat(n.similarity()).isBetween(0.75, 0.85);
                });
        assertThat(finding.nearAnswers()).noneMatch(n -> n.suspectId().equals("c"));
        assertThat(OverlapReport.of(finding).text(200, false).replaceAll("\\s+", " "))
                .contains(
                        "2 answers of 3 are, as a whole, nearly or wholly the same as a reference answer, 1 of them without a match.");
    }

    @Test
    void spansInScriptsWithoutSpacesAreFound() throws IOException {
        for (String span : List.of(CHINESE, JAPANESE, KOREAN)) {
            List<Corpus> references = models(3);
            references.set(1, with(references.get(1), 2, "甲乙丙丁。" + span + "。戊己庚辛。"));
            String answer = "子丑寅卯，" + span.replace("、", "，") + "！辰巳午未。";
            List<OverlapMatch> matches = find(references, "问题", answer);
            assertThat(matches).hasSize(1);
            assertThat(matches.get(0).kind()).isEqualTo(OverlapMatch.Kind.VERBATIM);
            assertThat(matches.get(0).quote()).isEqualTo(span.replace("、", "，"));
            assertThat(matches.get(0).words()).isBetween(12, span.length() / 2);
        }
    }

    @Test
    void nearRunsInScriptsWithoutSpacesAreFound() throws IOException {
        for (String text : List.of(CHINESE, JAPANESE, KOREAN)) {
            List<Corpus> references = models(3);
            String original =
                    shuffled(text, 1) + "。" + shuffled(text, 2) + "。" + shuffled(text, 3) + "。" + shuffled(text, 4);
            references.set(1, with(references.get(1), 2, original));
            SplitMix64 random = new SplitMix64(7);
            StringBuilder edited = new StringBuilder();
            for (char c : original.toCharArray()) {
                int change = random.nextInt(30);
                edited.append(change == 0 ? "" : change == 1 ? "龘" : change == 2 ? c + "龘" : String.valueOf(c));
            }
            List<OverlapMatch> matches = find(references, "问题", edited.toString());
            assertThat(matches).as(text).hasSize(1);
            assertThat(matches.get(0).kind()).isEqualTo(OverlapMatch.Kind.NEAR);
            assertThat(matches.get(0).referenceModel()).isEqualTo("model-1");
            assertThat(matches.get(0).words()).isGreaterThan(original.length() / 3);
        }
    }

    /** The characters of a text in another order. */
    private static String shuffled(String text, int seed) {
        SplitMix64 random = new SplitMix64(seed);
        char[] out = text.replaceAll("[ 、]", "").toCharArray();
        for (int i = out.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            char swap = out[i];
            out[i] = out[j];
            out[j] = swap;
        }
        return new String(out);
    }

    @Test
    void spansThatAreNoMatchesAreListedWithTheReason() throws IOException {
        List<Corpus> references = models(8);
        String twelve = Texts.prose(801, 12).replaceAll("\\.$", "");
        references.set(3, with(references.get(3), 1, Texts.prose(1, 30) + " " + twelve + " " + Texts.prose(2, 30)));
        String common = Texts.prose(802, 30);
        for (int m = 0; m < 6; m++) {
            references.set(
                    m,
                    with(references.get(m), 2, Texts.prose(3 + m, 20) + " " + common + " " + Texts.prose(20 + m, 20)));
        }
        String asked = Texts.prose(803, 16);
        for (int m = 0; m < 6; m++) {
            references.set(m, with(references.get(m), 3, asked + " " + Texts.prose(40 + m, 20)));
        }
        String phrase = Texts.prose(804, 14);
        for (int m = 0; m < 3; m++) {
            String writer = phrase.substring(0, phrase.lastIndexOf(' ', phrase.lastIndexOf(' ') - 1));
            references.set(m, with(references.get(m), 4 + m, Texts.prose(60 + m, 20) + " " + writer));
        }
        references.set(7, with(references.get(7), 9, Texts.prose(70, 20) + " " + phrase));
        OverlapFinding finding = OverlapFinder.of(OverlapIndex.of(references))
                .find(Corpus.of(
                        "suspect",
                        List.of(
                                Response.of(
                                        "twelve",
                                        "Question number 1",
                                        inPieces(Texts.prose(1, 30)) + " " + twelve + " " + Texts.prose(990, 25)),
                                answer("common", "Question number 2", common),
                                answer("asked", "Question number 3, that is " + asked, asked),
                                answer("phrase", "Another question", phrase))));
        assertThat(finding.matches()).isEmpty();
        assertThat(of(finding, "twelve")).singleElement().satisfies(span -> {
            assertThat(span.reason()).isEqualTo(SharedSpan.Reason.TOO_SHORT);
            assertThat(span.referenceModel()).isEqualTo("model-3");
            assertThat(span.words()).isEqualTo(12);
            assertThat(span.rarity()).isEqualTo(1);
            assertThat(span.quote()).isEqualTo(twelve);
            String reference = references.get(3).responses().get(1).text();
            assertThat(reference.substring(span.referenceStart(), span.referenceEnd()))
                    .isEqualTo(twelve);
            // of 8 x 12 x 7 pairs those of six models that write 30 words and those of the six with the prompt's 16
            assertThat(span.pValue()).contains(61.0 / 673);
        });
        assertThat(of(finding, "common")).hasSize(2).allSatisfy(span -> {
            assertThat(span.reason()).isEqualTo(SharedSpan.Reason.ALSO_BY_OTHERS);
            assertThat(span.rarity()).isEqualTo(6);
            assertThat(span.pValue()).contains(31.0 / 673);
        });
        assertThat(of(finding, "asked"))
                .singleElement()
                .satisfies(span -> assertThat(span.reason()).isEqualTo(SharedSpan.Reason.OF_PROMPT));
        // the whole phrase, and what of it the others write
        assertThat(of(finding, "phrase")).first().satisfies(span -> {
            assertThat(span.referenceModel()).isEqualTo("model-7");
            assertThat(span.reason()).isEqualTo(SharedSpan.Reason.ALSO_BY_OTHERS);
        });
        assertThat(finding.spansLeftOut()).isEqualTo(4 + 5 + 2);
        OverlapReport report = OverlapReport.of(finding);
        assertThat(report.json())
                .contains("\"sharedSpans\"", "\"reason\" : \"too-short\"", "\"sharedSpansLeftOut\" : 11");
        assertThat(report.text(200, false).replaceAll("\\s+", " "))
                .contains(
                        "6 spans of twelve words and more stand in reference answers word for word and do not count:");
    }

    private static Response answer(String id, String prompt, String middle) {
        return Response.of(
                id,
                prompt,
                Texts.prose(900 + id.hashCode() % 97, 25) + " " + middle + " "
                        + Texts.prose(990 + id.hashCode() % 89, 25));
    }

    private static List<SharedSpan> of(OverlapFinding finding, String id) {
        return finding.sharedSpans().stream()
                .filter(span -> span.suspectId().equals(id))
                .toList();
    }

    @Test
    void nullIsOfUnrelatedPairsOfTheSamePrompt() throws IOException {
        OverlapFinder finder = OverlapFinder.of(OverlapIndex.of(models(4)));
        OverlapFinding finding = finder.find(Corpus.of("suspect", List.of(Response.of("s", "x", SPAN))));
        // 4 models x 12 answers, each against the 3 other models
        assertThat(finding.nullPairs()).isEqualTo(144);
        List<Corpus> references = models(4);
        references.set(2, with(references.get(2), 5, Texts.prose(1, 40) + " " + SPAN));
        OverlapMatch match = find(references, "Another question", SPAN).get(0);
        assertThat(match.pValue()).contains(1.0 / 145);
    }

    @Test
    void oneReferenceModelHasNoNullAndThatIsSaid() throws IOException {
        Corpus reference = with(model("model-2", 3, 12), 5, Texts.prose(1, 40) + " " + SPAN);
        OverlapFinding finding = OverlapFinder.of(OverlapIndex.of(List.of(reference)))
                .find(Corpus.of("suspect", List.of(Response.of("s", "Another question", SPAN))));
        assertThat(finding.nullPairs()).isZero();
        assertThat(finding.matches())
                .singleElement()
                .satisfies(m -> assertThat(m.pValue()).isEmpty());
        assertThat(finding.references())
                .singleElement()
                .satisfies(r -> assertThat(r.pValue()).isEmpty());
        OverlapReport report = OverlapReport.of(finding);
        assertThat(report.json())
                .contains("\"nullPairs\" : 0", "\"pValue\" : null", "There are no p-values")
                .doesNotContain("\"pValue\" : 1");
        assertThat(report.text(80, false)).contains("There are no p-values");
    }

    @Test
    void threadsDoNotChangeWhatIsFound() throws Exception {
        List<Corpus> references = models(5);
        List<Response> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String borrowed = references.get(i % 5).responses().get(i % 12).text();
            answers.add(Response.of(
                    "s" + i, "Question number " + i % 12, Texts.prose(i, 20) + " " + borrowed.substring(i, 300)));
        }
        Corpus suspect = Corpus.of("suspect", answers);
        OverlapFinder finder = OverlapFinder.of(OverlapIndex.of(references));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            OverlapFinding alone = finder.find(suspect);
            assertThat(alone.matches()).hasSizeGreaterThan(50);
            LongAccumulator furthest = new LongAccumulator(Math::max, 0);
            LongAdder told = new LongAdder();
            OverlapFinder watched = finder.withProgress(done -> {
                furthest.accumulate(done);
                told.increment();
            });
            assertThat(watched.find(suspect, pool)).isEqualTo(alone);
            assertThat(furthest.get()).isEqualTo(60);
            assertThat(told.sum()).isEqualTo(60);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void theSuspectItselfAndExcludedModelsAreLeftOut() throws IOException {
        List<Corpus> references = models(3);
        OverlapFinder finder = OverlapFinder.of(OverlapIndex.of(references));
        assertThat(finder.find(references.get(0)).matches()).isEmpty();
        Corpus copy = Corpus.of("copy", references.get(0).responses());
        assertThat(finder.find(copy).references().get(0).sharedAnswers()).isEqualTo(12);
        assertThat(finder.without(List.of("model-0")).find(copy).references()).isEmpty();
    }
}
