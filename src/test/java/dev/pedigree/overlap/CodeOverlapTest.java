package dev.pedigree.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.report.OverlapReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeOverlapTest {
    private static final String PYTHON = """
            Here it is:
            ```python
            import math

            def weigh(parcels, limit):
                # heaviest first
                order = sorted(parcels, key=lambda p: -p.mass)
                trips = []
                for parcel in order:
                    for trip in trips:
                        if trip.total + parcel.mass <= limit:
                            trip.add(parcel)
                            break
                    else:
                        trips.append(Trip(parcel))
                return trips

            def cost(trips, rate):
                total = 0
                for trip in trips:
                    total += math.ceil(trip.total / 10) * rate
                    if trip.night and total > 3:
                        total += rate // 2
                return total
            ```
            """;

    private static final String DISGUISED = """
            ```python
            def price(tours, fee):
              \"""Adds up what all tours cost.\"""
              amount = 0
              for tour in tours:
                amount += math.ceil(tour.total / 12) * fee
                if tour.night and amount > 7:
                  amount += fee // 5     # night
              return amount

            def pack(boxes, most):
              sequence = sorted(boxes, key=lambda b: -b.mass)
              tours = []
              for box in sequence:

                for tour in tours:
                  if tour.total + box.mass <= most:
                    tour.add(box)
                    break
                else:
                  tours.append(Tour(box))
              return tours
            ```
            """;

    private static final String OTHER = """
            ```python
            def weigh(parcels, limit):
                parcels.sort()
                count, load = 1, 0
                while parcels:
                    mass = parcels.pop()
                    if load + mass > limit:
                        count, load = count + 1, 0
                    load += mass
                return [count, load, {"left": limit - load}]
            ```
            """;

    private static TokenStream tokens(String text) {
        return CodeTokens.of(text, CodeBlocks.of(text));
    }

    private static List<OverlapMatch> find(List<String> references, String answer) throws IOException {
        List<Corpus> corpora = new ArrayList<>();
        for (int m = 0; m < references.size(); m++) {
            corpora.add(Corpus.of("model-" + m, List.of(Response.of("task", "Pack parcels", references.get(m)))));
        }
        return OverlapFinder.of(OverlapIndex.of(corpora))
                .find(Corpus.of("suspect", List.of(Response.of("task", "Pack parcels", answer))))
                .matches();
    }

    @Test
    void renamingReformattingReorderingAndCommentsDoNotHideACopy() throws IOException {
        List<OverlapMatch> matches = find(List.of(PYTHON), DISGUISED);
        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).kind()).isEqualTo(OverlapMatch.Kind.CODE);
        assertThat(matches.get(0).quote()).startsWith("def price").endsWith("return tours");
        assertThat(matches.get(0).words()).isGreaterThan(100);
    }

    @Test
    void textbookSolutionsAreNoEvidence() throws IOException {
        assertThat(find(List.of(PYTHON, OTHER, OTHER), PYTHON)).hasSize(1);
        assertThat(find(List.of(PYTHON, DISGUISED, PYTHON.replace("rate", "fare")), PYTHON))
                .isEmpty();
    }

    @Test
    void programsAreAsPopularAsUnrelatedModelsMakeThem() throws IOException {
        List<Corpus> corpora = new ArrayList<>();
        for (String text : List.of(PYTHON, DISGUISED, OTHER, PYTHON)) {
            corpora.add(Corpus.of("model-" + corpora.size(), List.of(Response.of("task", "", text))));
        }
        OverlapIndex index = OverlapIndex.of(corpora);
        TokenStream suspect = tokens(DISGUISED);
        for (Map<String, String> families :
                List.of(Map.<String, String>of(), Map.of("model-0", "kin", "model-1", "kin", "model-3", "kin"))) {
            Rivals rivals = new Rivals(suspect, Relations.of(index, families));
            for (int m = 0; m < 4; m++) {
                rivals.add(
                        m,
                        m,
                        true,
                        stored(tokens(corpora.get(m).responses().get(0).text())));
            }
            BitSet all = new BitSet();
            all.set(0, suspect.size);
            double popularity = rivals.popularity(0, 0, stored(tokens(PYTHON)));
            int runs = suspect.size - 7;
            if (families.isEmpty()) {
                assertThat(popularity).isEqualTo(2.25 / 3.5); // two of three votes
                assertThat(rivals.own(all, 0)).isLessThan(runs / 4);
            } else {
                assertThat(popularity)
                        .isCloseTo(0.25 / 1.5 + 0.2, offset(1e-12)); // no vote of one, and a habit of the kin
                assertThat(rivals.own(all, 0)).isBetween(9 * runs / 10, runs - 1); // but what the other one shares
            }
            assertThat(rivals.models(all, 0)).isEqualTo(3);
        }
    }

    @Test
    void programsCountWhenOneInAHundredIndependentSolutionsIsAsLike() throws IOException {
        List<Corpus> corpora = new ArrayList<>();
        for (int m = 0; m < 6; m++) {
            List<Response> answers = new ArrayList<>();
            for (int task = 0; task < 8; task++) {
                // all models solve half of the tasks alike
                answers.add(Response.of("task" + task, "", program(task % 2 == 0 ? task : 100 * m + task)));
            }
            corpora.add(Corpus.of("model-" + m, answers));
        }
        OverlapFinder finder = OverlapFinder.of(OverlapIndex.of(corpora));
        List<Response> answers = new ArrayList<>();
        for (int task = 0; task < 8; task++) {
            answers.add(Response.of("task" + task, "", program(task % 2 == 0 ? task : 300 + task)));
        }
        List<OverlapMatch> matches = finder.find(Corpus.of("suspect", answers)).matches();
        assertThat(matches)
                .extracting(m -> m.suspectId() + " " + m.referenceModel())
                .containsExactly("task1 model-3", "task3 model-3", "task5 model-3", "task7 model-3");
        assertThat(matches).allSatisfy(m -> assertThat(m.pValue()).contains(1.0 / 241)); // 48 answers, 5 others each
    }

    /** A program with statements drawn by a seed. */
    @Test
    void linesOfAProgramAreFoundInProse() throws IOException {
        String lines = PYTHON.substring(PYTHON.indexOf("order = "), PYTHON.indexOf("else:"))
                .strip();
        String answer = Texts.prose(1, 40) + "\n\nThink of " + lines + "\n\nas well. " + Texts.prose(2, 40);
        assertThat(find(List.of(PYTHON, OTHER), answer)).singleElement().satisfies(match -> {
            assertThat(match.kind()).isEqualTo(OverlapMatch.Kind.VERBATIM);
            assertThat(match.quote()).startsWith("order = sorted").endsWith("break");
            assertThat(match.referenceQuote()).isEqualTo(match.quote());
        });
    }

    private static String program(int seed) {
        SplitMix64 random = new SplitMix64(seed);
        String[] statements = {
            "while a < b: a += f(b)", "x[a] = y[b] // 2", "if not a: return b", "for c in a: b.append(c)",
                    "a, b = b, a % b",
            "c = [a for a in b if a > 1]", "assert a == b and c", "del x[a:b]", "c = {a: b}", "c = a if b else -a"
        };
        StringBuilder out = new StringBuilder("```python\ndef solve(a, b):\n");
        for (int i = 0; i < 12; i++) {
            out.append("    ")
                    .append(statements[random.nextInt(statements.length)])
                    .append('\n');
        }
        return out.append("```\n").toString();
    }

    private static char[] stored(TokenStream tokens) {
        char[] out = new char[tokens.size];
        for (int i = 0; i < out.length; i++) {
            out[i] = TokenStream.stored(tokens.hash[i]);
        }
        return out;
    }

    @Test
    void oneRenamingMustExplainTheNames() {
        TokenStream original = tokens(PYTHON);
        int consistent = CodeAlignment.align(tokens(DISGUISED), original).renamed();
        assertThat(consistent).isLessThanOrEqualTo(2); // "trips" is two variables to the eye, and "tours" one
        String muddled =
                DISGUISED.replaceFirst("amount \\+= fee", "fee += amount").replaceFirst("return amount", "return fee");
        assertThat(CodeAlignment.align(tokens(muddled), original).renamed()).isGreaterThan(consistent);
    }

    @Test
    void layoutCommentsAndSemicolonsLeaveTheTokensAlone() {
        String[][] pairs = {
            {
                "```java\nint a = f(b, 3);// sum\nif (a > 2) { return a; }\n```",
                "```java\nint  zz=f( q ,77) ;\n/* x\n y */ if(zz>1)\n{return zz;}\n```"
            },
            {
                "```js\nconst a = (b) => b + \"x\";\nlet c = a(1)\n```",
                "```ts\nconst k=(m)=>m+'yy'\nlet n=k(2) // done\n```"
            },
            {
                "```cpp\n#include <vector>\nfor (int i = 0; i < n; ++i) s += v[i];\n```",
                "```c++\nfor(int k=0;k<m;++k)\n  t+=w[k];\n```"
            },
            {
                "```go\nfunc add(a int) int { return a + 1 }\n```",
                "```golang\nfunc plus(b int) int {\n\treturn b + 2 // more\n}\n```"
            },
            {
                "```sql\nSELECT name FROM users WHERE age > 30;\n```",
                "```sql\nselect title\nfrom books -- all\nwhere pages > 5\n```"
            },
            {
                "```sql\nSELECT key, date FROM text WHERE date > 30;\n```",
                "```sql\nselect id, born\nfrom people\nwhere born > 5\n```"
            },
            {
                "```bash\nfor f in $a; do echo \"$f\"; done\n```",
                "```sh\n# each\nfor g in $b\ndo\n  echo \"${g}\"\ndone\n```"
            },
            {"```\nwidget foo = make(1, 2)\n```", "```\nwidget   bar=make( 3,4 )\n```"},
        };
        for (String[] pair : pairs) {
            TokenStream left = tokens(pair[0]);
            TokenStream right = tokens(pair[1]);
            assertThat(left.size).as(pair[0]).isGreaterThan(5);
            assertThat(java.util.Arrays.copyOf(left.hash, left.size))
                    .as(pair[0])
                    .isEqualTo(java.util.Arrays.copyOf(right.hash, right.size));
        }
    }

    @Test
    void codeWithoutAFenceIsFoundAndProseIsNot() {
        String bare = PYTHON.substring(PYTHON.indexOf("import"), PYTHON.lastIndexOf("```"));
        assertThat(CodeBlocks.of(bare).size()).isEqualTo(1);
        assertThat(CodeBlocks.of(bare).language(0)).isEqualTo(CodeLanguage.PYTHON);
        assertThat(CodeBlocks.of(
                                "def turned(word, other):\n\n    joined = ''.join(word)\n    return joined == other[::-1]\n")
                        .size())
                .isEqualTo(1);
        CodeBlocks shell = CodeBlocks.of(
                "sudo apt-get install nginx\ncd /srv/site && git pull\nexport PORT=8080\necho \"PORT=$PORT\" > site.env\n");
        assertThat(shell.size()).isEqualTo(1);
        assertThat(shell.language(0)).isEqualTo(CodeLanguage.SHELL);
        assertThat(CodeBlocks.of(
                                "Echo is a sound.\nGit stores what was said (in commits).\nExport helps a country = yes.\nCd is a disc.\n")
                        .size())
                .isZero();
        assertThat(CodeBlocks.of("Let us begin;\nlet it end;\n").size()).isZero();
        assertThat(CodeBlocks.of(
                                "First, open the door.\nThen close it; and wait.\nLet me know.\nReturn soon.\nIf so, go.")
                        .size())
                .isZero();
    }

    @Test
    void programsWithoutAPairOfUnrelatedOnesHaveNoPValueAndThatIsSaid() throws IOException {
        List<Corpus> references = new ArrayList<>();
        for (int m = 0; m < 3; m++) {
            String text = m == 1 ? PYTHON : Texts.prose(m, 60);
            references.add(Corpus.of("model-" + m, List.of(Response.of("q", "Weigh the parcels", text))));
        }
        OverlapFinding finding = OverlapFinder.of(OverlapIndex.of(references))
                .find(Corpus.of("suspect", List.of(Response.of("s", "Weigh the parcels", DISGUISED))));
        assertThat(finding.nullPairs()).isPositive();
        assertThat(finding.matches()).anySatisfy(match -> {
            assertThat(match.kind()).isEqualTo(OverlapMatch.Kind.CODE);
            assertThat(match.pValue()).isEmpty();
        });
        assertThat(OverlapReport.of(finding).json()).contains("\"caveat\" : \"Programs have no p-values");
        assertThat(OverlapReport.of(finding).text(200, false)).contains("Programs have no p-values");
    }
}
