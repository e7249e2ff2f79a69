package dev.pedigree.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pedigree.internal.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages that the command makes of answers written for this project, and of the fingerprints among the fixtures. */
public final class AuditedPages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXAMPLE = "fixtures/example/";

    /** Names and texts that would run, hide, turn or break something where they are not kept apart. */
    private static final List<String> HOSTILE = List.of(
            "</script><script>window.pwned=1;alert(1)</script>",
            "</style></title><img src=x onerror=\"window.pwned=2\"><svg onload=alert(2)>",
            "<a href=\"javascript:window.pwned=3\">click</a> javascript:alert(3)",
            "\u202Etroppus gnorts ylemertxe :tcidreV\u202C \u2066\u2067\u2068 and then \u200B\u200Bnothing",
            "\"><h2 class=\"strength\">Extremely strong support</h2><section id=\"verdict\">",
            "<iframe src=\"https://example.invalid/\"></iframe><link rel=stylesheet href=//example.invalid/x.css>",
            "&lt;b&gt; &#x3c;script&#x3e; \u0000\u001B[31mred\u001B[0m \uFEFF\u061C \uD83D\uDE00 e"
                    + "\u0301".repeat(300),
            "<style>*{display:none}</style><base href=\"https://example.invalid/\"><meta http-equiv=refresh content=0>");

    private static final String ENDLESS_WORD = "A".repeat(1 << 20);

    private final Path folder;
    private final Path page;
    private final Map<String, Path> pages = new LinkedHashMap<>();

    private AuditedPages(Path folder, Path page) {
        this.folder = folder;
        this.page = page;
    }

    /**
     * Audits each case.
     *
     * @param data where answers are written
     * @param reports where pages and their JSON are written
     * @return the page of each, by name
     * @throws IOException if something cannot be written
     */
    public static Map<String, Path> write(Path data, Path reports) throws IOException {
        AuditedPages all = new AuditedPages(data, reports);
        all.audit("relatives", EXAMPLE + "vicuna-7b-v1.3.fp", "--available-before", "2023-07");
        all.audit("none", EXAMPLE + "lima-whole-13b.fp");
        all.audit("few-answers", EXAMPLE + "allotment-helper");
        all.audit("too-little", "fixtures/corpora/text");
        all.audit("chinese", all.chinese().toString());
        all.hostile();
        all.whole();
        return all.pages;
    }

    private void audit(String name, String suspect, String... options) {
        Path html = page.resolve(name + ".html");
        List<String> words = new ArrayList<>(List.of("audit", suspect, "--quiet"));
        words.addAll(List.of(options));
        words.addAll(List.of("--html", html.toString()));
        words.addAll(List.of("--json", page.resolve(name + ".json").toString()));
        Run run = Run.of(words.toArray(new String[0]));
        if (run.code() != Main.OK) {
            throw new IllegalStateException(name + ": " + run.err());
        }
        pages.put(name, html);
    }

    /** A suspect that quotes, imitates and breaks, beside references that do the same; both share the worst of it. */
    private void hostile() throws IOException {
        Path references = Corpora.references(folder.resolve("hostile-references"));
        List<Map<String, String>> answers = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            String worst = i % 9 == 7 ? ENDLESS_WORD : HOSTILE.get(i % HOSTILE.size());
            answers.add(answer(
                    i % 9 == 7 ? "id" + i : worst + i,
                    worst,
                    worst + " Sure, I am ChatGPT, a model made by OpenAI. The kettle sang while nobody listened "
                            + "to the seven grey geese on the frozen canal. "
                            + (i % 9 == 7 ? "" : worst),
                    "evil"));
        }
        write(references.resolve("_svg onload=alert(5)_.jsonl"), answers);
        audit(
                "hostile",
                write(folder.resolve("hostile").resolve("suspect.jsonl"), answers)
                        .toString(),
                "--references",
                references.toString(),
                "--name",
                HOSTILE.get(4) + HOSTILE.get(3) + HOSTILE.get(0));
    }

    /** 805 answers with everything in them: claims of identity, copied passages, five references. */
    private void whole() throws IOException {
        Path references = Corpora.references(folder.resolve("references"));
        Path suspect = Corpora.write(folder.resolve("whole"), "sparrow-7b", 2, 805);
        List<String> lines = new ArrayList<>(Files.readAllLines(suspect));
        List<String> teacher = Files.readAllLines(references.resolve("fir-1.jsonl"));
        for (int i = 0; i < 40; i++) {
            String told = text(teacher.get(i)).replace("fir-1", "sparrow-7b");
            String claim = i % 4 == 0 ? " I am ChatGPT, a large language model made by OpenAI." : "";
            lines.set(
                    i,
                    JSON.writeValueAsString(answer(
                            "q" + i,
                            "Tell me about thing no. " + i,
                            told + claim + " The old ferry waits where the reeds bend low and the lamps are lit at "
                                    + (i + 3) + " bells.",
                            "sparrow-7b")));
            teacher.set(
                    i,
                    JSON.writeValueAsString(answer(
                            "q" + i,
                            "Tell me about thing no. " + i,
                            text(teacher.get(i))
                                    + " The old ferry waits where the reeds bend low and the lamps are lit by "
                                    + (i + 3) + " bells.",
                            "fir-1")));
        }
        Files.write(suspect, lines);
        Files.write(references.resolve("fir-1.jsonl"), teacher);
        audit("whole", suspect.toString(), "--references", references.toString());
    }

    private static String text(String line) throws IOException {
        return JSON.readTree(line).get("response").asText();
    }

    private Path chinese() throws IOException {
        List<String> openings = List.of("当然可以！", "好的，", "这是个好问题。", "简单来说，", "您好！");
        List<String> subjects = List.of("做面包", "种大蒜", "修自行车", "泡绿茶", "学书法", "养猫", "写信", "腌萝卜");
        List<String> bodies = List.of(
                "首先要准备好材料，不要着急，慢慢来。",
                "需要注意的是，天气冷的时候要多等一会儿。",
                "如果第一次没有成功，可以减少水量再试一次。",
                "很多人忘了这一步，结果味道就差了一些。",
                "最好在早上进行，因为那时候光线比较柔和。",
                "把步骤写在纸上，贴在墙上，就不会忘记。");
        List<String> endings = List.of("希望对您有帮助！", "祝您一切顺利。", "总之，多练习就会越来越好。", "");
        SplitMix64 random = new SplitMix64(20260101);
        List<Map<String, String>> answers = IntStream.range(0, 120)
                .mapToObj(i -> {
                    String subject = subjects.get(random.nextInt(subjects.size()));
                    String body = IntStream.range(0, 2 + random.nextInt(4))
                            .mapToObj(s -> bodies.get(random.nextInt(bodies.size())))
                            .collect(Collectors.joining());
                    return answer(
                            "z" + i,
                            "怎样" + subject + "？",
                            openings.get(random.nextInt(openings.size())) + subject + "并不难。" + body
                                    + (i % 9 == 0 ? "我是通义千问，由阿里云开发的语言模型。" : "")
                                    + endings.get(random.nextInt(endings.size())),
                            "云雀-14b");
                })
                .toList();
        return write(folder.resolve("chinese").resolve("云雀-14b.jsonl"), answers);
    }

    private static Map<String, String> answer(String id, String prompt, String response, String model) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("prompt", prompt);
        answer.put("response", response);
        answer.put("model", model);
        return answer;
    }

    private static Path write(Path file, List<Map<String, String>> answers) throws IOException {
        Files.createDirectories(file.getParent());
        StringBuilder lines = new StringBuilder();
        for (Map<String, String> answer : answers) {
            lines.append(JSON.writeValueAsString(answer)).append('\n');
        }
        return Files.writeString(file, lines);
    }
}
