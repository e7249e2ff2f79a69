package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Of several things, what cannot be read is named and stops none of the others; a single one that cannot be read is an error. */
final class Unreadable {
    private final Console console;
    private final int all;
    private final String unit;
    private final AtomicInteger count = new AtomicInteger();

    Unreadable(Console console, int all, String unit) {
        this.console = console;
        this.all = all;
        this.unit = unit;
    }

    /** The reading of one thing. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** What was read; nothing where it could not be, which has been told then. */
    <T> Optional<T> unless(Reading<T> reading) throws IOException {
        try {
            return Optional.of(reading.read());
        } catch (CorpusException | CommandFailure e) {
            if (all == 1) {
                throw e;
            }
            Failures.report(e, console);
            count.incrementAndGet();
            return Optional.empty();
        }
    }

    /** Fails where nothing at all could be read. */
    void failIfAll() {
        if (count.get() == all) {
            throw CommandFailure.badData("none of the " + all + " " + unit + "s could be read");
        }
    }

    /** Fails where something could not be read. */
    void failIfAny(String others) {
        failIfAll();
        if (count.get() > 0) {
            throw CommandFailure.badData(
                    count + " of " + all + " " + unit + "s could not be read; the others were " + others);
        }
    }
}
