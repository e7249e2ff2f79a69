package dev.pedigree.overlap;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of text that were unpacked last, two megabytes of them: answers to one prompt stand together, and are read one after
 * the other. Safe to share between threads.
 */
final class BlockCache {
    private static final int SLOTS = 64;

    private final AtomicReferenceArray<Block> slots = new AtomicReferenceArray<>(SLOTS);

    private record Block(Segment segment, int number, byte[] text) {}

    byte @Nullable [] get(Segment segment, int number) {
        Block block = slots.get(slot(segment, number));
        return block != null && block.segment == segment && block.number == number ? block.text : null;
    }

    void put(Segment segment, int number, byte[] text) {
        slots.set(slot(segment, number), new Block(segment, number, text));
    }

    private static int slot(Segment segment, int number) {
        return number + System.identityHashCode(segment) & SLOTS - 1;
    }
}
