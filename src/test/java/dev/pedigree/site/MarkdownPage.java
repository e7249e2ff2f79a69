package dev.pedigree.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A page of the documentation as a test sees it.
 *
 * @param file the page
 * @param blocks its blocks of code
 * @param links where its links and images lead
 * @param anchors the places in it that a link may name: those written as {@code <a id="...">}, the same wherever it is shown
 * @param codes pieces of code inside its sentences
 */
record MarkdownPage(Path file, List<Block> blocks, List<String> links, Set<String> anchors, List<String> codes) {
    private static final Pattern NOTE = Pattern.compile("<!--\\s*([a-z ]+):\\s*(.*?)\\s*-->", Pattern.DOTALL);
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");

    /**
     * A block of code.
     *
     * @param page the page it stands in
     * @param line its first line there
     * @param language what its fence says it is
     * @param text its lines
     * @param notes what comments right before it say to the test: {@code given}, {@code inputs}, {@code output of},
     *     {@code not run}, {@code exit}
     */
    record Block(Path page, int line, String language, String text, Map<String, String> notes) {
        @Override
        public String toString() {
            return page + ":" + line + " " + language;
        }
    }

    /** Every page that ships. */
    static List<MarkdownPage> all() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("README.md"), Path.of("fixtures/README.md")));
        try (Stream<Path> site = Files.list(Path.of("src/site/markdown"))) {
            site.sorted().forEach(files::add);
        }
        List<MarkdownPage> pages = new ArrayList<>();
        for (Path file : files) {
            pages.add(read(file, Files.readString(file)));
        }
        return pages;
    }

    static MarkdownPage read(Path file, String markdown) {
        MarkdownPage page =
                new MarkdownPage(file, new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>());
        Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(markdown)
                .accept(page.new Reader());
        return page;
    }

    private final class Reader extends AbstractVisitor {
        @Override
        public void visit(FencedCodeBlock block) {
            add(block, block.getInfo(), block.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            add(block, "", block.getLiteral());
        }

        private void add(Node block, String language, String text) {
            Map<String, String> notes = new LinkedHashMap<>();
            for (Node before = block.getPrevious(); before instanceof HtmlBlock html; before = before.getPrevious()) {
                Matcher note = NOTE.matcher(html.getLiteral());
                while (note.find()) {
                    notes.put(note.group(1), note.group(2));
                }
            }
            int line = block.getSourceSpans().get(0).getLineIndex() + 1;
            blocks.add(new Block(file, line, language, text, notes));
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
        }

        @Override
        public void visit(Code code) {
            codes.add(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            anchor(html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            anchor(html.getLiteral());
        }

        private void anchor(String html) {
            Matcher anchor = ANCHOR.matcher(html);
            while (anchor.find()) {
                anchors.add(anchor.group(1));
            }
        }
    }
}
