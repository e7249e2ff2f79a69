package dev.pedigree.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** The same work on many things, on all processors, with progress; results come in the order of the things. */
final class Work {
    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task, "pedigree");
        thread.setDaemon(true);
        return thread;
    };

    private final Console console;
    private final String title;
    private final String unit;

    Work(Console console, String title, String unit) {
        this.console = console;
        this.title = title;
        this.unit = unit;
    }

    /** Work on one thing. */
    @FunctionalInterface
    interface Step<T, R> {
        R on(T thing) throws IOException;
    }

    static ExecutorService threads() {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), DAEMONS);
    }

    <T, R> List<R> on(List<T> things, Step<T, R> step) throws IOException {
        ExecutorService threads = threads();
        try (Progress progress = new Progress(console, title, things.size(), unit)) {
            List<Future<R>> futures = new ArrayList<>();
            for (T thing : things) {
                futures.add(threads.submit(() -> {
                    R result = step.on(thing);
                    progress.advance();
                    return result;
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(result(future));
            }
            console.detail(title + " " + things.size() + " " + unit + (things.size() == 1 ? "" : "s") + ": done after "
                    + progress.elapsed());
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The result of work that was handed to {@link #threads}. */
    static <R> R result(Future<R> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.badData("interrupted");
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) throws IOException {
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof RuntimeException runtime) {
            return runtime;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }
}
