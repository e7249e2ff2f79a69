package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every value of every fixture's first records, put away or replaced by what does not belong there: read, or an error, never a crash. */
class MutatedRecordsTest {
    private static final List<Object> WRONG = List.of(
            "",
            "x",
            "[{}]",
            "{\"messages\": []}",
            new Json.Num("7"),
            true,
            List.of(),
            Map.of(),
            List.of(List.of()),
            Map.of("a", "b"));

    @Test
    void nothingThatStandsInAPlaceOfAnotherIsACrash() throws IOException {
        int read = 0;
        int refused = 0;
        for (Path file : FixturesTest.files(FixturesTest.ROOT)) {
            Json first = Folders.isData(file) && !Folders.isTable(file) ? first(file) : Json.missing();
            if (!first.isObject()) {
                continue;
            }
            for (Object mutant : mutants(first.raw())) {
                Json record = Json.root(mutant);
                CorpusFormat format = Detection.accepting(record);
                if (format == null) {
                    refused++;
                    continue;
                }
                List<Response> responses = new ArrayList<>();
                Sink sink = new Sink(responses::add, ReadOptions.DEFAULT);
                RecordReader reader = format.recipe().reader().apply(FileContext.NONE);
                try {
                    reader.record(record, sink);
                    reader.end(sink);
                    sink.flush();
                    read++;
                } catch (BadRecord e) {
                    assertThat(e.getMessage()).as(file.toString()).isNotBlank();
                    refused++;
                }
            }
        }
        assertThat(read).isGreaterThan(1000);
        assertThat(refused).isGreaterThan(1000);
    }

    private static Json first(Path file) throws IOException {
        try (InputFile in = InputFile.open(file, CorpusReader.sha256())) {
            Bytes bytes = new Bytes(in, 1 << 20);
            return Detection.isJson(bytes) ? Detection.of(bytes, null).first() : Json.missing();
        }
    }

    /** The value with each part of it missing, null or wrong. */
    private static List<@Nullable Object> mutants(@Nullable Object value) {
        List<@Nullable Object> mutants = new ArrayList<>(WRONG);
        mutants.add(null);
        if (value instanceof Map) {
            for (Map.Entry<?, ?> field : ((Map<?, ?>) value).entrySet()) {
                Map<Object, @Nullable Object> without = new LinkedHashMap<>((Map<?, ?>) value);
                without.remove(field.getKey());
                mutants.add(without);
                for (Object other : mutants(field.getValue())) {
                    Map<Object, @Nullable Object> with = new LinkedHashMap<>((Map<?, ?>) value);
                    with.put(field.getKey(), other);
                    mutants.add(with);
                }
            }
        } else if (value instanceof List) {
            for (int i = 0; i < ((List<?>) value).size(); i++) {
                for (Object other : mutants(((List<?>) value).get(i))) {
                    List<@Nullable Object> with = new ArrayList<>((List<?>) value);
                    with.set(i, other);
                    mutants.add(with);
                }
            }
        }
        return mutants;
    }
}
