package dev.pedigree.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a command did: run in this process, its streams caught. */
public record Run(int code, String out, String err) {
    public static Run of(String... args) {
        return at(80, false, args);
    }

    /** Piped: no window says how wide it is. */
    public static Run piped(String... args) {
        return at(0, false, args);
    }

    public static Run at(int width, boolean colour, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(new Console(out, err, new Console.Screen(width, colour, colour, colour)), args);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
