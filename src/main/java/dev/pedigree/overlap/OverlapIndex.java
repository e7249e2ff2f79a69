package dev.pedigree.overlap;

import dev.pedigree.corpus.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The answers of reference models, arranged so that what a suspect shares with them is found quickly. A file is mapped into
 * memory and read in place, so an index of ten million answers needs little heap. Immutable and safe to share between threads.
 *
 * @see OverlapIndexWriter
 * @see OverlapFinder
 */
public final class OverlapIndex implements Closeable {
    private final List<Segment> segments;
    private final List<String> models;
    private final int[][] modelOf;
    private final long answers;

    private OverlapIndex(List<Segment> segments) {
        this.segments = List.copyOf(segments);
        Map<String, Integer> names = new LinkedHashMap<>();
        modelOf = new int[segments.size()][];
        long count = 0;
        for (int s = 0; s < segments.size(); s++) {
            String[] local = segments.get(s).models();
            modelOf[s] = new int[local.length];
            for (int m = 0; m < local.length; m++) {
                names.putIfAbsent(local[m], names.size());
                modelOf[s][m] = names.get(local[m]);
            }
            count += segments.get(s).answers();
        }
        models = List.copyOf(names.keySet());
        answers = count;
    }

    /**
     * Opens an index file.
     *
     * @param file the file
     * @return the index; close it when it is no longer needed
     * @throws IndexFormatException if the file is no index, is cut off, or is of a version that is not known here
     * @throws IOException if the file cannot be read
     */
    public static OverlapIndex open(Path file) throws IOException {
        List<Segment> segments = new ArrayList<>();
        BlockCache cache = new BlockCache();
        String name = String.valueOf(file.getFileName());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer header = read(channel, 0, IndexFormat.FILE_HEADER, name);
            checkHeader(name, header);
            for (long at = IndexFormat.FILE_HEADER; at < size; ) {
                long length = read(channel, at, 16, name).getLong(8);
                if (length < IndexFormat.SEGMENT_HEADER || length > Integer.MAX_VALUE || length > size - at) {
                    throw new IndexFormatException(
                            name, at + 8, "a segment of " + length + " bytes where " + (size - at) + " are left");
                }
                segments.add(new Segment(name, at, channel.map(FileChannel.MapMode.READ_ONLY, at, length), cache));
                at += length;
            }
        }
        return new OverlapIndex(segments);
    }

    /**
     * An index in memory.
     *
     * @param references one corpus for each reference model
     * @return the index
     */
    public static OverlapIndex of(List<Corpus> references) {
        return of(references, Runnable::run);
    }

    /**
     * An index in memory.
     *
     * @param references one corpus for each reference model
     * @param executor where its parts are built
     * @return the index
     */
    public static OverlapIndex of(List<Corpus> references, Executor executor) {
        Parts parts = new Parts();
        try (OverlapIndexWriter writer = OverlapIndexWriter.to(parts, executor)) {
            for (Corpus reference : references) {
                writer.add(reference);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
        return new OverlapIndex(parts.segments);
    }

    /** An index from the bytes of a file. */
    static OverlapIndex of(byte[] file) throws IndexFormatException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < IndexFormat.FILE_HEADER) {
            throw new IndexFormatException("memory", 0, "header cut off");
        }
        checkHeader("memory", bytes);
        List<Segment> segments = new ArrayList<>();
        BlockCache cache = new BlockCache();
        for (int at = IndexFormat.FILE_HEADER; at < file.length; ) {
            long length = file.length - at < 16 ? -1 : bytes.getLong(at + 8);
            if (length < IndexFormat.SEGMENT_HEADER || length > file.length - at) {
                throw new IndexFormatException(
                        "memory",
                        at + 8L,
                        "a segment of " + length + " bytes where " + (file.length - at) + " are left");
            }
            segments.add(new Segment("memory", at, bytes.slice(at, (int) length), cache));
            at += (int) length;
        }
        return new OverlapIndex(segments);
    }

    private static void checkHeader(String name, ByteBuffer header) throws IndexFormatException {
        long magic = header.getLong(0);
        if (magic << 8 != IndexFormat.FILE_MAGIC << 8) {
            throw new IndexFormatException(name, 0, "not an overlap index");
        }
        if (magic != IndexFormat.FILE_MAGIC) {
            throw new IndexFormatException(
                    name,
                    7,
                    "version " + (magic >>> 56) + " of the format is not known here, only 4; make the index anew");
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int size, String name) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (out.hasRemaining()) {
            if (channel.read(out, at + out.position()) < 0) {
                throw new IndexFormatException(name, at, "header cut off");
            }
        }
        return out;
    }

    /**
     * The reference models.
     *
     * @return their names, in the order in which they were added
     */
    public List<String> models() {
        return models;
    }

    /**
     * How many answers the index holds.
     *
     * @return the count
     */
    public long answers() {
        return answers;
    }

    List<Segment> segments() {
        return segments;
    }

    /** The ordinal of an answer's model in {@link #models()}. */
    int model(int segment, int answer) throws IndexFormatException {
        return modelOf[segment][segments.get(segment).model(answer)];
    }

    /** Lets the file go; the memory is unmapped when the index is garbage. */
    @Override
    public void close() {
        // the channel was closed when the file had been mapped
    }

    /** Segments as they are written, one array each. */
    private static final class Parts extends ByteArrayOutputStream {
        private final List<Segment> segments = new ArrayList<>();
        private final BlockCache cache = new BlockCache();

        @Override
        public void write(byte[] bytes) throws IOException {
            if (bytes.length > IndexFormat.FILE_HEADER) {
                segments.add(new Segment("memory", 0, ByteBuffer.wrap(bytes), cache));
            }
        }
    }
}
