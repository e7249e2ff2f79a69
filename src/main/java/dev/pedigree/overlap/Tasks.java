package dev.pedigree.overlap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Runs tasks on somebody's threads. */
final class Tasks {
    private Tasks() {}

    /** What each of some tasks gives, in their order. */
    static <T> List<T> run(List<Callable<T>> tasks, Executor executor) throws IOException {
        List<FutureTask<T>> begun = new ArrayList<>();
        for (Callable<T> task : tasks) {
            FutureTask<T> one = new FutureTask<>(task);
            begun.add(one);
            executor.execute(one);
        }
        List<T> out = new ArrayList<>();
        for (FutureTask<T> task : begun) {
            // the caller does what the executor has not begun
            task.run();
            out.add(result(task));
        }
        return out;
    }

    private static <T> T result(FutureTask<T> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("an answer could not be looked up", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
