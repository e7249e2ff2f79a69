package dev.pedigree.corpus;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a caller can ask of a reader. */
record ReadOptions(
        @Nullable CorpusFormat format,
        Map<String, String> columns,
        boolean skipping,
        int maxRecord,
        @Nullable Path prompts,
        @Nullable String model) {

    static final ReadOptions DEFAULT = new ReadOptions(null, new TreeMap<>(), false, 64 << 20, null, null);

    /** The format of JSON records: named columns make it {@link CorpusFormat#FIELDS}. */
    @Nullable
    CorpusFormat jsonFormat() {
        return format == null && columns.containsKey("response") ? CorpusFormat.FIELDS : format;
    }

    ReadOptions withFormat(CorpusFormat value) {
        return new ReadOptions(value, columns, skipping, maxRecord, prompts, model);
    }

    ReadOptions withColumns(Map<String, String> value) {
        return new ReadOptions(
                format, Collections.unmodifiableMap(new TreeMap<>(value)), skipping, maxRecord, prompts, model);
    }

    ReadOptions skippingBadRecords() {
        return new ReadOptions(format, columns, true, maxRecord, prompts, model);
    }

    ReadOptions withMaxRecord(int bytes) {
        return new ReadOptions(format, columns, skipping, bytes, prompts, model);
    }

    ReadOptions withPrompts(Path file) {
        return new ReadOptions(format, columns, skipping, maxRecord, file, model);
    }

    ReadOptions withModel(String name) {
        return new ReadOptions(format, columns, skipping, maxRecord, prompts, name);
    }
}
