package dev.pedigree.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that was written as columns: pandas' {@code {"prompt": {"0": …}, "response": {"0": …}}} and
 * {@code {"columns": […], "data": [[…]]}}, or lists of the same length. It is one record, and as such held in memory.
 */
final class ColumnRecords {
    private ColumnRecords() {}

    static boolean accepts(Json record) {
        if (isSplit(record)) {
            Json row = row(record, 0);
            return row.size() > 0 && Detection.accepting(row) != null;
        }
        Json prompts = FieldNames.find(record, "prompt");
        Json first = prompts.isMissing() ? record.get(plural(record)) : prompts;
        Json answers = FieldNames.find(record, "response");
        return first.size() > 0 && isColumn(first) && isColumn(answers) && first.size() == answers.size();
    }

    private static boolean isSplit(Json record) {
        return record.get("columns").get(0).isText()
                && record.get("data").get(0).isArray();
    }

    /** The column of the questions, where its name is one of many. */
    private static String plural(Json record) {
        for (String name : record.names()) {
            if (name.endsWith("s")
                    && FieldNames.best(List.of(name.substring(0, name.length() - 1)), "prompt") != null) {
                return name;
            }
        }
        return "";
    }

    private static boolean isColumn(Json value) {
        return Answered.isTexts(value) || (value.isObject() && value.has("0") && Answered.isAnswer(value.get("0")));
    }

    static void columns(Json record, Sink out) throws BadRecord {
        Json data = record.get("data");
        Json rows = isSplit(record) ? data : FieldNames.find(record, "response");
        Json first = row(record, 0);
        CorpusFormat format = Detection.accepting(first);
        if (format == null) {
            throw first.expected("the columns of a known format");
        }
        RecordReader reader = format.recipe().reader().apply(FileContext.NONE);
        for (int i = 0; i < rows.size(); i++) {
            reader.record(row(record, i), out);
        }
        reader.end(out);
    }

    private static Json row(Json record, int at) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        if (isSplit(record)) {
            Json cells = record.get("data").get(at);
            for (int i = 0; i < record.get("columns").size(); i++) {
                row.put(record.get("columns").get(i).label(), cells.get(i).raw());
            }
            return Json.root(row);
        }
        String asked = plural(record);
        for (String name : record.names()) {
            Json column = record.get(name);
            boolean hasAt = column.isArray() ? at < column.size() : column.has(String.valueOf(at));
            if (hasAt) {
                Json cell = column.isArray() ? column.get(at) : column.get(String.valueOf(at));
                row.put(name.equals(asked) ? "prompt" : name, cell.raw());
            }
        }
        return Json.root(row);
    }
}
