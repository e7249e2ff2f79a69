package dev.pedigree.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work whose result is wanted later. An executor may begin it; whoever asks for the result does it where nobody has begun, so that no
 * executor, however narrow or busy, can hold the asker up for ever.
 *
 * @param <T> the result
 */
public final class Deferred<T> {
    private final FutureTask<T> task;

    private Deferred(FutureTask<T> task) {
        this.task = task;
    }

    /**
     * Hands work to an executor.
     *
     * @param <T> the result
     * @param executor where the work may be done
     * @param work the work; depends on nothing that anybody changes meanwhile
     * @return the work's result, to be asked for
     */
    public static <T> Deferred<T> on(Executor executor, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        executor.execute(task);
        return new Deferred<>(task);
    }

    /**
     * The result.
     *
     * @return what the work gave; whatever it threw is thrown here
     */
    public T result() {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
