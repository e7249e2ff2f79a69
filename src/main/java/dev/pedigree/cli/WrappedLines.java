package dev.pedigree.cli;

import dev.pedigree.internal.DisplayWidth;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Passes lines on, those too wide for a window in several. Not safe to share between threads. */
final class WrappedLines extends Writer {
    private static final int MOST_INDENT = 8;

    private final Writer out;
    private final int width;
    private final StringBuilder line = new StringBuilder();

    WrappedLines(Writer out, int width) {
        this.out = out;
        this.width = width;
    }

    @Override
    public void write(char[] text, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            if (text[i] == '\n') {
                pass();
            } else if (text[i] != '\r') {
                line.append(text[i]);
            }
        }
    }

    private void pass() throws IOException {
        String text = line.toString().stripTrailing();
        line.setLength(0);
        int indent = 0;
        while (indent < text.length() && indent < MOST_INDENT && text.charAt(indent) == ' ') {
            indent++;
        }
        String before = " ".repeat(indent);
        boolean fits = DisplayWidth.of(text) <= width;
        for (String part : fits ? List.of(text) : DisplayWidth.wrap(text.strip(), width - indent)) {
            out.write((fits ? "" : before) + part + "\n");
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (!line.isEmpty()) {
            pass();
        }
        out.flush();
    }
}
