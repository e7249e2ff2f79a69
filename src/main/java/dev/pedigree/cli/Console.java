package dev.pedigree.cli;

import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.Visible;
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
import java.util.function.IntSupplier;

/** Where the command writes, and what is there to read it. */
final class Console {
    /** How wide lines are where no window says otherwise. */
    static final int PIPE_WIDTH = 100;

    private static final int NARROWEST = 40;
    private static final int LONGEST = 4000;

    private final PrintWriter out;
    private final PrintWriter err;
    private final int width;
    private final int tableWidth;
    private final boolean outIsTerminal;
    private final boolean colour;
    private final boolean errIsTerminal;
    private Verbosity.Level level = Verbosity.Level.NORMAL;

    Console(OutputStream out, OutputStream err, Screen screen) {
        this.out = new PrintWriter(out, false, StandardCharsets.UTF_8);
        this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
        this.width = StrictMath.max(NARROWEST, screen.columns() > 0 ? screen.columns() : PIPE_WIDTH);
        this.tableWidth = screen.columns() > 0 ? width : Integer.MAX_VALUE;
        this.outIsTerminal = screen.outIsTerminal();
        this.colour = screen.colour();
        this.errIsTerminal = screen.errIsTerminal();
    }

    /**
     * What shows the output.
     *
     * @param columns how wide it is, 0 where nothing says so
     * @param outIsTerminal whether somebody watches standard output
     * @param colour whether it shows colours
     * @param errIsTerminal whether somebody watches standard error
     */
    record Screen(int columns, boolean outIsTerminal, boolean colour, boolean errIsTerminal) {
        /**
         * Coloured only on a terminal, and never where NO_COLOR is set (no-color.org). Columns are those that COLUMNS says, else those
         * of the window; what is piped has none.
         */
        static Screen of(
                Map<String, String> environment, boolean outIsTerminal, boolean errIsTerminal, IntSupplier window) {
            boolean colour = outIsTerminal
                    && environment.getOrDefault("NO_COLOR", "").isEmpty()
                    && !environment.getOrDefault("TERM", "").equals("dumb");
            int said = number(environment.getOrDefault("COLUMNS", ""));
            int columns = said > 0 ? said : outIsTerminal ? window.getAsInt() : 0;
            return new Screen(columns, outIsTerminal, colour, errIsTerminal);
        }
    }

    /** The console of this process. */
    static Console ofProcess() {
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Screen.of(System.getenv(), isTerminal(1), isTerminal(2), Console::windowColumns));
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** How wide prose is. */
    int width() {
        return width;
    }

    /** How wide a table may be: as wide as the window; what is piped is read by programs and never cut. */
    int tableWidth() {
        return tableWidth;
    }

    /** Whether a person reads standard output, and no program. */
    boolean outIsTerminal() {
        return outIsTerminal;
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
            complain(line);
        }
    }

    /** A line on standard error that only --verbose asks for. */
    void detail(String line) {
        if (level == Verbosity.Level.VERBOSE) {
            complain(line);
        }
    }

    /** A line on standard error, whatever was asked for; wrapped where somebody watches, whole where it is kept. */
    void complain(String line) {
        out.flush();
        String shown = Visible.line(line, LONGEST);
        err.print((errIsTerminal ? String.join("\n", DisplayWidth.wrap(shown, width)) : shown) + "\n");
        err.flush();
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
