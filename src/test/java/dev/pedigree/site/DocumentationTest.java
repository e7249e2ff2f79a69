package dev.pedigree.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pedigree.cli.Run;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.report.CalibrationReport;
import dev.pedigree.site.MarkdownPage.Block;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.InputSource;

/**
 * What the README and the site show is so: commands run, outputs are what they print, Java compiles and runs, links lead somewhere.
 * A block says by its fence what it is; one that a test cannot run says so, with the reason, in a comment before it.
 */
class DocumentationTest {
    private static final Path OUT = Path.of("target", "documented");
    private static final int WIDTH = 100;
    private static final List<String> NAMES = List.of("pedigree ", "java -jar target/pedigree-cli.jar ");
    private static final Pattern BENCHMARK = Pattern.compile("dev\\.pedigree\\.benchmarks\\.\\w+");
    /** Drawn, copied or made when the site is. */
    private static final List<String> MADE = Stream.concat(
                    Arrays.stream(CalibrationReport.Chart.values()).map(c -> "images/" + c.fileName()),
                    Stream.of("apidocs/index.html", "schema/report-1.schema.json"))
            .toList();

    @TestFactory
    Stream<DynamicTest> blocks() throws IOException {
        Files.createDirectories(OUT);
        List<DynamicTest> tests = new ArrayList<>();
        for (MarkdownPage page : MarkdownPage.all()) {
            for (Block block : page.blocks()) {
                tests.add(DynamicTest.dynamicTest(block.toString(), () -> check(block)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(10);
        return tests.stream();
    }

    private static void check(Block block) throws Exception {
        if (block.notes().containsKey("not run")) {
            assertThat(block.notes().get("not run")).as("a reason").isNotBlank();
            if (block.language().equals("sh")) {
                commands(block).forEach(DocumentationTest::exists);
            }
            return;
        }
        switch (block.language()) {
            case "java" -> java(block);
            case "sh" -> commands(block).forEach(command -> command(block, command));
            case "json", "csv" -> log(block);
            case "xml" -> xml(block);
            case "text" -> output(block);
            default ->
                throw new AssertionError("no test knows what to do with '" + block.language()
                        + "'; say before the block: <!-- not run: why -->");
        }
    }

    private static void java(Block block) throws Exception {
        Path folder = OUT.resolve(block.toString().replaceAll("[^A-Za-z0-9]+", "-"));
        assertThat(JavaBlocks.compile(block, folder)).isEmpty();
        if (JavaBlocks.isWhole(block)) {
            JavaBlocks.run(folder);
        }
    }

    private static List<String> commands(Block block) {
        return block.text()
                .replace("\\\n", " ")
                .lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void command(Block block, String command) {
        if (command.startsWith("mvn ")) {
            maven(command);
            return;
        }
        List<String> words = ours(command);
        if (block.notes().containsKey("inputs")) {
            DocumentedInputs.write();
            words = DocumentedInputs.led(words);
        }
        run(words, Integer.parseInt(block.notes().getOrDefault("exit", "0")));
    }

    /** What a command that is not run names must be there: the class of the benchmarks, or our own command with its options. */
    private static void exists(String command) {
        Matcher benchmark = BENCHMARK.matcher(command);
        if (benchmark.find()) {
            assertThat(Path.of("benchmarks/src/main/java", benchmark.group().replace('.', '/') + ".java"))
                    .exists();
        } else if (command.startsWith("mvn ")) {
            maven(command);
        } else {
            helped(ours(command), command);
        }
    }

    /** The words of a command of ours, without its name. */
    private static List<String> ours(String command) {
        String name = NAMES.stream()
                .filter(command::startsWith)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not a command of ours: " + command));
        return words(command.substring(name.length()));
    }

    /** The help of a command must name each option that is given. */
    private static void helped(List<String> given, String where) {
        List<String> words = new ArrayList<>(
                given.stream().takeWhile(word -> word.matches("[a-z]+")).toList());
        words.add("--help");
        Run help = Run.of(words.toArray(new String[0]));
        assertThat(help.code()).as(where).isZero();
        given.stream()
                .filter(word -> word.startsWith("--"))
                .forEach(option -> assertThat(help.out()).as(where).contains(option));
    }

    /** Maven itself is not run; the profiles and goals that are named must be ours. */
    private static void maven(String command) {
        List<String> known = List.of(
                "-q",
                "-B",
                "compile",
                "exec:java",
                "verify",
                "package",
                "install",
                "test",
                "test-compile",
                "site",
                "-f",
                "benchmarks/pom.xml",
                "&&");
        for (String word : command.split(" +")) {
            if (word.startsWith("-P")) {
                assertThat(text("pom.xml")).contains("<id>" + word.substring(2) + "</id>");
            } else if (!word.equals("mvn") && !word.startsWith("-D") && !known.contains(word)) {
                throw new AssertionError("what is " + word + " in: " + command);
            }
        }
    }

    private static String run(List<String> words, int code) {
        Run run = Run.at(WIDTH, false, words.toArray(new String[0]));
        assertThat(run.code()).as(words + "\n" + run.err()).isEqualTo(code);
        return run.out();
    }

    private static List<String> words(String command) {
        assertThat(command).as("a command without pipes and redirections").doesNotContainPattern("[|<>;&$`]");
        Matcher word = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)").matcher(command);
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(Stream.of(word.group(1), word.group(2), word.group(3))
                    .filter(g -> g != null)
                    .findFirst()
                    .orElseThrow());
        }
        return words;
    }

    /** Plain text says nothing that could be tested, but where it is said to be what a command prints; … stands for lines left out. */
    private static void output(Block block) {
        String command = block.notes().get("output of");
        if (command == null) {
            return;
        }
        String printed =
                trimmed(run(ours(command), Integer.parseInt(block.notes().getOrDefault("exit", "0"))));
        String pattern = Arrays.stream(trimmed(block.text()).split("(?m)^…\\n"))
                .map(Pattern::quote)
                .collect(Collectors.joining("(?:.*\\n)*?"));
        assertThat(printed).containsPattern("(?m)^" + pattern);
    }

    private static String trimmed(String text) {
        return text.replaceAll("(?m) +$", "").stripTrailing() + "\n";
    }

    /** JSON that is JSON, and logs that are read as the formats that are named, a line for each where there are several. */
    private static void log(Block block) throws IOException {
        String formats = block.notes().get("read as");
        List<String> lines = block.text().lines().toList();
        if (formats == null) {
            new ObjectMapper().readTree(block.text());
            return;
        }
        String[] names = formats.split(" ");
        for (int i = 0; i < names.length; i++) {
            String folder = block.toString().replaceAll("[^A-Za-z0-9]+", "-") + "-" + i;
            Path file = Files.createDirectories(OUT.resolve(folder))
                    .resolve(block.language().equals("csv") ? "answers.csv" : "answers.json");
            Files.writeString(file, names.length == 1 ? block.text() : lines.get(i));
            Corpus corpus = CorpusReader.detect().read(file);
            assertThat(corpus.summary().formats()).containsExactly(names[i]);
            assertThat(corpus.responses().get(0).text()).startsWith("S");
        }
        assertThat(names).hasSizeLessThanOrEqualTo(lines.size());
    }

    /** An extract of a build file, which must name what is so. */
    private static void xml(Block block) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<x>" + block.text() + "</x>")));
        String pom = text("pom.xml");
        Matcher own = Pattern.compile(
                        "<groupId>dev\\.pedigree</groupId>\\s*<artifactId>\\w+</artifactId>\\s*<version>[^<]*</version>")
                .matcher(block.text());
        while (own.find()) {
            assertThat(pom.replaceAll(">\\s+<", "><")).contains(own.group().replaceAll(">\\s+<", "><"));
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Map<Path, MarkdownPage> pages = MarkdownPage.all().stream()
                .collect(Collectors.toMap(p -> p.file().normalize(), Function.identity()));
        List<String> outside = new ArrayList<>();
        for (MarkdownPage page : pages.values()) {
            for (String link : page.links()) {
                if (link.matches("[a-z]+:.*")) {
                    outside.add(link);
                    continue;
                }
                String[] parts = link.split("#", 2);
                boolean made = page.file().startsWith("src/site") && MADE.contains(parts[0]);
                Path target = parts[0].isEmpty()
                        ? page.file()
                        : page.file().resolveSibling(parts[0]).normalize();
                assertThat(made || Files.exists(target))
                        .as(link + " in " + page.file())
                        .isTrue();
                if (parts.length > 1) {
                    assertThat(pages.get(target.normalize()).anchors())
                            .as(link + " in " + page.file())
                            .contains(parts[1]);
                }
            }
        }
        assertThat(outside).allSatisfy(link -> assertThat(link).startsWith("https://"));
    }

    @Test
    void everyCommandInASentenceExists() throws IOException {
        for (MarkdownPage page : MarkdownPage.all()) {
            for (String code : page.codes()) {
                if (code.startsWith("pedigree ")) {
                    helped(List.of(code.substring("pedigree ".length()).split(" +")), code + " in " + page.file());
                }
            }
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
