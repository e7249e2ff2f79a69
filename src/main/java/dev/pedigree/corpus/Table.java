package dev.pedigree.corpus;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with a header line: comma, semicolon or tab between the cells, quotes as in RFC 4180. */
final class Table {
    private static final String NO_ANSWERS = "for the answers, such as response, answer, completion or output";

    private final Sink sink;
    private final InputName name;
    private final ReadOptions options;
    private final TableRows rows;
    private final boolean saysSeparator;

    Table(Bytes bytes, Sink sink, InputName name, ReadOptions options, boolean tabs) {
        this.sink = sink;
        this.name = name;
        this.options = options;
        char said = saidSeparator(bytes);
        rows = new TableRows(
                bytes, said != 0 ? said : tabs ? '\t' : separator(bytes), lineEnd(bytes), options.maxRecord());
        saysSeparator = said != 0;
    }

    /** The separator that a first line such as {@code sep=;} names, which Excel writes and heeds; 0 where there is none. */
    private static char saidSeparator(Bytes bytes) {
        int count = bytes.peek(6);
        int at = bytes.from();
        byte[] array = bytes.array();
        boolean said = count >= 6
                && array[at] == 's'
                && array[at + 1] == 'e'
                && array[at + 2] == 'p'
                && array[at + 3] == '='
                && (array[at + 5] == '\r' || array[at + 5] == '\n');
        return said && ",;\t|".indexOf(array[at + 4]) >= 0 ? (char) array[at + 4] : 0;
    }

    /** Of comma, semicolon and tab, the one that stands most often in the first line outside quotes. */
    private static char separator(Bytes bytes) {
        int count = bytes.peek(1 << 16);
        int[] seen = new int[3];
        boolean quoted = false;
        for (int i = 0; i < count; i++) {
            byte b = bytes.array()[bytes.from() + i];
            quoted ^= b == '"';
            if ((b == '\n' || b == '\r') && !quoted) {
                break;
            }
            int which = quoted ? -1 : ",;\t".indexOf(b);
            if (which >= 0) {
                seen[which]++;
            }
        }
        int best = seen[1] > seen[0] ? 1 : 0;
        return ",;\t".charAt(seen[2] > seen[best] ? 2 : best);
    }

    /** LF, but CR where there is no LF to be seen: so Excel writes for old Macs. */
    private static char lineEnd(Bytes bytes) {
        int count = bytes.peek(1 << 16);
        boolean returns = false;
        for (int i = bytes.from(); i < bytes.from() + count; i++) {
            if (bytes.array()[i] == '\n') {
                return '\n';
            }
            returns |= bytes.array()[i] == '\r';
        }
        return returns ? '\r' : '\n';
    }

    void read() throws IOException {
        List<String> header = List.of();
        try {
            if (saysSeparator) {
                next();
            }
            List<String> first = next();
            header = first == null
                    ? List.of()
                    : first.stream().map(String::strip).toList();
        } catch (BadRecord e) {
            throw new CorpusException(new Source(name.path(), 1), e.getMessage());
        }
        Map<String, String> columns = columns(header);
        RecordReader reader = columns.containsKey("response") ? new FieldRecords(columns) : null;
        while (true) {
            try {
                List<String> cells = next();
                if (cells == null) {
                    end(reader);
                    return;
                }
                if (cells.size() == 1 && cells.get(0).isEmpty() && header.size() > 1) {
                    continue; // a blank line
                }
                if (cells.size() != header.size()) {
                    throw new BadRecord("expected " + header.size() + " cells as in the header, found " + cells.size());
                }
                Json record = record(header, cells, columns.get("response"));
                if (reader == null) {
                    reader = reader(record, header);
                }
                reader.record(record, sink);
                sink.flush();
            } catch (BadRecord e) {
                sink.bad(e);
            }
        }
    }

    private @Nullable List<String> next() throws IOException, BadRecord {
        sink.at(name.path(), name.shortName(), rows.line());
        return rows.next();
    }

    private void end(@Nullable RecordReader reader) {
        if (reader != null) {
            reader.end(sink);
            sink.flush();
        }
    }

    /** Where no column holds the answers, the cells may hold conversations or replies, or answers side by side. */
    private RecordReader reader(Json record, List<String> header) throws CorpusException {
        CorpusFormat format = Detection.accepting(record);
        if (format == null) {
            throw noColumn(NO_ANSWERS, header);
        }
        return format.recipe().reader().apply(FileContext.NONE);
    }

    /**
     * The row as a record. An empty cell of the answer is as good as none; where no column is the answer's, any empty cell is, and those
     * that hold messages or replies as JSON are opened. A list of texts in a column of answers, by its name, is several answers.
     */
    private static Json record(List<String> header, List<String> cells, @Nullable String response) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String cell = cells.get(i);
            boolean none = cell.isEmpty() && (response == null || header.get(i).equals(response));
            record.put(header.get(i), none ? null : response == null ? opened(cell) : cell);
        }
        if (response != null && Answered.isPlural(response)) {
            Json answers = Json.root(record).get(response).opened();
            if (Answered.isTexts(answers)) {
                record.put(response, answers.raw());
            }
        }
        return Json.root(record);
    }

    private static @Nullable Object opened(String cell) {
        Json text = Json.root(cell);
        Json opened = FieldRecords.opened(text);
        return (opened == text ? Answered.opened(text) : opened).raw();
    }

    private Map<String, String> columns(List<String> header) throws CorpusException {
        Map<String, String> columns = new HashMap<>(options.columns());
        for (Map.Entry<String, String> named : options.columns().entrySet()) {
            if (!header.contains(named.getValue())) {
                throw noColumn("\"" + named.getValue() + "\" for " + named.getKey(), header);
            }
        }
        for (String what : FieldNames.all()) {
            String column = FieldNames.best(header, what);
            if (column != null) {
                columns.putIfAbsent(what, column);
            }
        }
        if (!columns.containsKey("response") && header.size() < 2) {
            throw noColumn(NO_ANSWERS, header);
        }
        for (String column : columns.values()) {
            if (header.indexOf(column) != header.lastIndexOf(column)) {
                throw new CorpusException(new Source(name.path(), 1), "two columns are called \"" + column + "\"");
            }
        }
        return columns;
    }

    private CorpusException noColumn(String what, List<String> header) {
        return new CorpusException(
                CorpusException.Kind.UNNAMED_FIELDS,
                new Source(name.path(), 1),
                "expected a column " + what + ", found "
                        + String.join(", ", header.subList(0, Math.min(12, header.size())))
                        + "; the columns can be named");
    }
}
