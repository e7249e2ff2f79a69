package dev.pedigree.overlap;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.AtomicFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Writes an {@linkplain OverlapIndex index} file, answer by answer; holds no more than a few segments of 32 million characters
 * in memory. The bytes depend on the answers and their order alone, not on the executor. The file is there whole or not at all:
 * what is written takes its place when the writer is closed, and where an answer could not be added the file stays as it was.
 * Not safe to share between threads; several writers may fill several files at once, to be {@linkplain #addAll(Path) joined}
 * after.
 */
public final class OverlapIndexWriter implements Closeable {
    private static final int SEGMENT_CHARS = 1 << 25;
    private static final int AHEAD = 3;

    private final OutputStream out;
    private final Place place;
    private final Executor executor;
    private final ArrayDeque<FutureTask<byte[]>> pending = new ArrayDeque<>();
    private List<SegmentBuilder.Entry> batch = new ArrayList<>();
    private long batchChars;
    private boolean failed;
    private boolean closed;

    /** Where what was written ends up. */
    private interface Place {
        Place NONE = new Place() {};

        /** Puts what was written there. */
        default void keep() throws IOException {}

        /** Leaves what was there before. */
        default void drop() throws IOException {}
    }

    private OverlapIndexWriter(OutputStream out, Place place, Executor executor) {
        this.out = out;
        this.place = place;
        this.executor = executor;
    }

    /**
     * A writer of a new file; what was there is replaced.
     *
     * @param file where the index is written
     * @return the writer, which works in the caller's thread
     * @throws IOException if the file cannot be written
     */
    public static OverlapIndexWriter create(Path file) throws IOException {
        return create(file, Runnable::run);
    }

    /**
     * A writer of a new file; what was there is replaced.
     *
     * @param file where the index is written
     * @param executor where segments are built; at most three wait at a time
     * @return the writer
     * @throws IOException if the file cannot be written
     */
    public static OverlapIndexWriter create(Path file, Executor executor) throws IOException {
        requireNonNull(executor, "executor");
        Path part = AtomicFiles.beside(file);
        OutputStream out = Files.newOutputStream(part);
        try {
            return to(
                    out,
                    new Place() {
                        @Override
                        public void keep() throws IOException {
                            AtomicFiles.move(part, file);
                        }

                        @Override
                        public void drop() throws IOException {
                            Files.deleteIfExists(part);
                        }
                    },
                    executor);
        } catch (IOException e) {
            out.close();
            Files.deleteIfExists(part);
            throw e;
        }
    }

    static OverlapIndexWriter to(OutputStream out, Executor executor) throws IOException {
        return to(out, Place.NONE, executor);
    }

    private static OverlapIndexWriter to(OutputStream out, Place place, Executor executor) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(IndexFormat.FILE_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(IndexFormat.FILE_MAGIC);
        out.write(header.array());
        return new OverlapIndexWriter(out, place, executor);
    }

    /**
     * A writer that appends to a file. Where an answer cannot be added the file is cut back to what it held; it is not an index while
     * the writer is open.
     *
     * @param file an index
     * @param executor where segments are built
     * @return the writer
     * @throws IndexFormatException if the file is no index
     * @throws IOException if the file cannot be read or written
     */
    public static OverlapIndexWriter append(Path file, Executor executor) throws IOException {
        requireNonNull(executor, "executor");
        OverlapIndex.open(file).close();
        long before = Files.size(file);
        Place place = new Place() {
            @Override
            public void drop() throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(before);
                }
            }
        };
        return new OverlapIndexWriter(Files.newOutputStream(file, StandardOpenOption.APPEND), place, executor);
    }

    /**
     * Adds the answers of a corpus under its name.
     *
     * @param corpus the answers of one model
     * @throws IOException if the file cannot be written
     */
    public void add(Corpus corpus) throws IOException {
        for (Response response : corpus.responses()) {
            add(corpus.name(), response);
        }
    }

    /**
     * Adds an answer.
     *
     * @param model the name of the model that wrote it
     * @param response the answer; at most 64 MiB of UTF-8
     * @throws IllegalArgumentException if the answer or its prompt is longer
     * @throws IOException if the file cannot be written
     */
    public void add(String model, Response response) throws IOException {
        attempt(() -> take(requireNonNull(model, "model"), response));
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Does a step; where it fails, what was written so far is not all that it should be. */
    private void attempt(Step step) throws IOException {
        boolean done = false;
        try {
            step.run();
            done = true;
        } finally {
            failed |= !done;
        }
    }

    private void take(String model, Response response) throws IOException {
        checkLength(response.text(), response);
        checkLength(response.prompt().lastUserText(), response);
        checkLength(response.id(), response);
        long chars = (long) response.text().length()
                + response.prompt().lastUserText().length();
        if (!batch.isEmpty() && (batchChars + chars > SEGMENT_CHARS || batch.size() == IndexFormat.MAX_ANSWERS)) {
            submit();
        }
        batch.add(new SegmentBuilder.Entry(model, response));
        batchChars += chars;
    }

    private static void checkLength(String text, Response response) {
        if (text.length() > IndexFormat.MAX_ANSWER_BYTES / 3
                && text.getBytes(StandardCharsets.UTF_8).length > IndexFormat.MAX_ANSWER_BYTES) {
            throw new IllegalArgumentException(response.source() + ": longer than 64 MiB");
        }
    }

    /**
     * Adds all that another index holds.
     *
     * @param index an index file, for example a part that was built elsewhere
     * @throws IndexFormatException if the file is no index
     * @throws IOException if a file cannot be read or written
     */
    public void addAll(Path index) throws IOException {
        attempt(() -> {
            OverlapIndex.open(index).close();
            submit();
            drain(0);
            try (var in = Files.newInputStream(index)) {
                in.skipNBytes(IndexFormat.FILE_HEADER);
                in.transferTo(out);
            }
        });
    }

    private void submit() throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        List<SegmentBuilder.Entry> entries = batch;
        FutureTask<byte[]> task = new FutureTask<>(() -> SegmentBuilder.build(entries));
        batch = new ArrayList<>();
        batchChars = 0;
        pending.add(task);
        executor.execute(task);
        drain(AHEAD - 1);
    }

    private void drain(int most) throws IOException {
        while (pending.size() > most) {
            FutureTask<byte[]> oldest = pending.remove();
            // the caller does the work itself where the executor has not begun, so that no executor can deadlock
            oldest.run();
            try {
                out.write(oldest.get());
            } catch (ExecutionException e) {
                throw new IOException("a segment could not be built", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while a segment was built");
            }
        }
    }

    /**
     * Writes what is left and puts the file in its place; after an answer could not be added, the file stays as it was.
     *
     * @throws IOException if the file cannot be written
     */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream last = out) {
            if (!failed) {
                attempt(() -> {
                    submit();
                    drain(0);
                    last.flush();
                });
            }
        } finally {
            if (failed) {
                place.drop();
            }
        }
        if (!failed) {
            place.keep();
        }
    }
}
