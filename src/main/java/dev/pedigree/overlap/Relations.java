package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which reference models are relatives, so that what two of them share says nothing about how common it is: those of one family
 * as the caller names it, and those that hold at least five equal answers of 50 words and more.
 */
final class Relations {
    private static final int EQUAL_ANSWERS = 5;
    private static final int LONG_ANSWER = 50;

    private final BitSet[] related;

    private Relations(int models) {
        related = new BitSet[models];
        for (int m = 0; m < models; m++) {
            related[m] = new BitSet(models);
            related[m].set(m);
        }
    }

    static Relations of(OverlapIndex index, Map<String, String> families) throws IndexFormatException {
        List<String> models = index.models();
        Relations out = new Relations(models.size());
        Map<String, Integer> first = new HashMap<>();
        Map<String, BitSet> members = new HashMap<>();
        for (int m = 0; m < models.size(); m++) {
            String family = families.get(models.get(m));
            if (family != null) {
                first.putIfAbsent(family, m);
                members.computeIfAbsent(family, f -> new BitSet()).set(m);
            }
        }
        for (int m = 0; m < models.size(); m++) {
            String family = families.get(models.get(m));
            if (family != null) {
                out.related[m].or(members.get(family));
            }
        }
        out.addCopies(index);
        return out;
    }

    private void addCopies(OverlapIndex index) throws IndexFormatException {
        long[] keys = new long[1024];
        int[] owners = new int[1024];
        int size = 0;
        for (int s = 0; s < index.segments().size(); s++) {
            Segment segment = index.segments().get(s);
            for (int a = 0; a < segment.answers(); a++) {
                if (segment.tokensFrom(a + 1, false) - segment.tokensFrom(a, false) >= LONG_ANSWER) {
                    if (size == keys.length) {
                        keys = Arrays.copyOf(keys, size * 2);
                        owners = Arrays.copyOf(owners, size * 2);
                    }
                    // 44 bits tell answers apart, 20 bits below them tell models apart once sorted
                    owners[size] = index.model(s, a);
                    keys[size] = (segment.contentHash(a) & ~0xFFFFFL) | (owners[size] & 0xFFFFF);
                    size++;
                }
            }
        }
        SegmentBuilder.Longs.sortUnsigned(keys, size);
        Map<Long, Integer> shared = new HashMap<>();
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && keys[to] >>> 20 == keys[from] >>> 20) {
                to++;
            }
            count(keys, from, to, shared);
            from = to;
        }
        for (Map.Entry<Long, Integer> pair : shared.entrySet()) {
            if (pair.getValue() >= EQUAL_ANSWERS) {
                int a = (int) (pair.getKey() >>> 20);
                int b = (int) (pair.getKey() & 0xFFFFF);
                related[a].set(b);
                related[b].set(a);
            }
        }
    }

    private static void count(long[] keys, int from, int to, Map<Long, Integer> shared) {
        List<Integer> models = new ArrayList<>();
        for (int i = from; i < to && models.size() < 64; i++) {
            int model = (int) (keys[i] & 0xFFFFF);
            if (models.isEmpty() || models.get(models.size() - 1) != model) {
                models.add(model);
            }
        }
        for (int i = 0; i < models.size(); i++) {
            for (int j = i + 1; j < models.size(); j++) {
                shared.merge((long) models.get(i) << 20 | models.get(j), 1, Integer::sum);
            }
        }
    }

    boolean areRelated(int a, int b) {
        return related[a].get(b);
    }

    BitSet relativesOf(int model) {
        return related[model];
    }
}
