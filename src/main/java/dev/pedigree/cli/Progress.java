package dev.pedigree.cli;

import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.Visible;
import java.util.function.LongSupplier;

/**
 * Progress of long work on standard error: silent for the first second, then on one line that is written anew, or, where nobody
 * watches, a line every ten seconds.
 */
final class Progress implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;
    private static final long SETTLED = 3 * SECOND;
    private static final double SLOW = 0.1;
    private static final int LONGEST = 4000;

    private final Console console;
    private final String work;
    private final long total;
    private final String unit;
    private final LongSupplier clock;
    private final long start;
    private long done;
    private long next = SECOND;
    private boolean shown;

    /** Progress towards a total, or without an end in sight where that is 0. */
    Progress(Console console, String work, long total, String unit) {
        this(console, work, total, unit, System::nanoTime);
    }

    /** The same by a clock that counts nanoseconds. */
    Progress(Console console, String work, long total, String unit, LongSupplier clock) {
        this.console = console;
        this.work = work;
        this.total = total;
        this.unit = unit;
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    /** One more is done. Safe to call from several threads. */
    synchronized void advance() {
        reach(done + 1);
    }

    /** So many are done. Safe to call from several threads, of which one may come late with a smaller number. */
    synchronized void reach(long reached) {
        done = Math.max(done, reached);
        long elapsed = clock.getAsLong() - start;
        if (console.level() == Verbosity.Level.QUIET || elapsed < next || total > 0 && done >= total) {
            return;
        }
        next = elapsed + (console.errIsTerminal() ? SECOND / 5 : 10 * SECOND);
        String line =
                DisplayWidth.fit(Visible.line(line(elapsed), LONGEST), console.width() - 1); // a name may hold controls
        console.err()
                .print(
                        console.errIsTerminal()
                                ? "\r" + DisplayWidth.pad(line, console.width() - 1, false)
                                : line + "\n");
        console.err().flush();
        shown = true;
    }

    private String line(long elapsed) {
        String reached = work + " " + done + (total == 0 ? "" : " of " + total) + " " + unit;
        if ((total == 0 ? done : total) != 1) {
            reached += "s";
        }
        boolean early = total > 0 && elapsed < SETTLED && done < total / 10;
        if (done == 0 || early) {
            return reached; // nothing tells yet how fast it goes
        }
        double rate = done * (double) SECOND / elapsed;
        String line = reached + ", "
                + (rate < SLOW
                        ? Decimals.fixed(1 / rate, 0) + " s each"
                        : Decimals.fixed(rate, rate < 10 ? 1 : 0) + " a second");
        return total == 0 ? line : line + ", " + time((long) StrictMath.ceil((total - done) / rate)) + " left";
    }

    /** How long it has taken so far, in words. */
    String elapsed() {
        return time((clock.getAsLong() - start) / SECOND);
    }

    static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        if (shown && console.errIsTerminal()) {
            console.err().print("\r" + " ".repeat(console.width() - 1) + "\r");
            console.err().flush();
        }
    }
}
