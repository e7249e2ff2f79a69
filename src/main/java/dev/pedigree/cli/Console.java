package dev.pedigree.cli;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Where the command writes, and what is there to read it. */
final class Console {
    /** How wide lines are where no window says otherwise. */
    static final int PIPE_WIDTH = 100;

    private static final int NARROWEST = 40;

    private final PrintWriter out;
    private final PrintWriter err;
    private final int width;
    private final boolean colour;
    private final boolean errIsTerminal;
    private Verbosity.Level level = Verbosity.Level.NORMAL;

    Console(OutputStream out, OutputStream err, int width, boolean colour, boolean errIsTerminal) {
        this.out = new PrintWriter(out, false, StandardCharsets.UTF_8);
        this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
        this.width = StrictMath.max(NARROWEST, width);
        this.colour = colour;
        this.errIsTerminal = errIsTerminal;
    }

    /** The console of this process: coloured only on a terminal, and never where NO_COLOR is set (no-color.org). */
    static Console ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean terminal = isTerminal(1);
        boolean colour = terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                width(environment, terminal || isTerminal(2)),
                colour,
                isTerminal(2));
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    int width() {
        return width;
    }

    boolean colour() {
        return colour;
    }

    boolean errIsTerminal() {
        return errIsTerminal;
    }

    Verbosity.Level level() {
        return level;
    }

    void setLevel(Verbosity.Level level) {
        this.level = level;
    }

    /** A line on standard error, unless --quiet was given. */
    void note(String line) {
        if (level != Verbosity.Level.QUIET) {
            out.flush();
            err.print(line + "\n");
            err.flush();
        }
    }

    void flush() {
        out.flush();
        err.flush();
    }

    private static boolean isTerminal(int descriptor) {
        try {
            Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
            if (Files.isSymbolicLink(link)) {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            }
        } catch (IOException e) {
            return false;
        }
        return Runtime.version().feature() < 22 && System.console() != null;
    }

    private static int width(Map<String, String> environment, boolean terminal) {
        int said = number(environment.getOrDefault("COLUMNS", ""));
        if (said > 0) {
            return said;
        }
        int asked = terminal ? windowColumns() : 0;
        return asked > 0 ? asked : PIPE_WIDTH;
    }

    /** Asks the terminal; its driver answers "rows columns". */
    private static int windowColumns() {
        File terminal = new File("/dev/tty");
        if (!terminal.canRead()) {
            return 0;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream answer = stty.getInputStream()) {
                String line = new String(answer.readAllBytes(), StandardCharsets.US_ASCII).strip();
                boolean ended = stty.waitFor(1, TimeUnit.SECONDS);
                int gap = line.indexOf(' ');
                return ended && gap > 0 ? number(line.substring(gap + 1)) : 0;
            }
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }
}
