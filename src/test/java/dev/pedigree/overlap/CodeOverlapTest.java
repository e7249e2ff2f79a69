package dev.pedigree.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(find(List.of(PYTHON, DISGUISED), PYTHON)).hasSize(2);
        assertThat(find(List.of(PYTHON, DISGUISED, PYTHON.replace("rate", "fare")), PYTHON))
                .isEmpty();
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
                                "First, open the door.\nThen close it; and wait.\nLet me know.\nReturn soon.\nIf so, go.")
                        .size())
                .isZero();
    }
}
