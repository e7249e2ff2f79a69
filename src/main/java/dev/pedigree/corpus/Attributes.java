package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The attributes of a span as a tree: {@code a.0.b} of a flattened name is field {@code b} of the first item of {@code a}. */
final class Attributes {
    private Attributes() {}

    /** The attributes of the span: its own field of that name, or names that begin with it, or the span itself. */
    static Json of(Json span) {
        Json own = span.get("attributes");
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        if (own.isArray()) {
            for (Json pair : own.itemsOrNone()) {
                put(tree, pair.get("key").label(), value(pair.get("value")));
            }
        } else {
            fill(tree, own.isObject() ? own : span);
        }
        Json root = Json.root(tree);
        return root.get("attributes").isObject() ? root.get("attributes") : root;
    }

    private static void fill(Map<String, @Nullable Object> tree, Json object) {
        for (String name : object.names()) {
            put(tree, name, unflattened(object.get(name)));
        }
    }

    private static @Nullable Object unflattened(Json value) {
        if (value.isObject()) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            fill(tree, value);
            return tree;
        }
        if (value.isArray()) {
            List<@Nullable Object> items = new ArrayList<>();
            value.itemsOrNone().forEach(item -> items.add(unflattened(item)));
            return items;
        }
        return value.raw();
    }

    @SuppressWarnings("unchecked") // only maps of this class's own making stand in the tree where a name leads on
    private static void put(Map<String, @Nullable Object> tree, String name, @Nullable Object value) {
        Map<String, @Nullable Object> at = tree;
        String[] steps = name.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            Object next = at.get(steps[i]);
            if (!(next instanceof Map)) {
                next = new LinkedHashMap<String, @Nullable Object>();
                at.put(steps[i], next);
            }
            at = (Map<String, @Nullable Object>) next;
        }
        if (steps.length > 0) {
            at.putIfAbsent(steps[steps.length - 1], value);
        }
    }

    /** A value of OTLP, which says of what type it is. */
    private static @Nullable Object value(Json typed) {
        if (typed.has("arrayValue")) {
            List<@Nullable Object> items = new ArrayList<>();
            typed.get("arrayValue").get("values").itemsOrNone().forEach(item -> items.add(value(item)));
            return items;
        }
        if (typed.has("kvlistValue")) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (Json pair : typed.get("kvlistValue").get("values").itemsOrNone()) {
                map.put(pair.get("key").label(), value(pair.get("value")));
            }
            return map;
        }
        return typed.first("stringValue", "intValue", "doubleValue", "boolValue")
                .raw();
    }

    /** The items of a list, or of an object whose names are the numbers of a list, in their order. */
    static List<Json> items(Json value) {
        if (value.isArray()) {
            return value.itemsOrNone();
        }
        Map<Integer, Json> items = new TreeMap<>();
        for (String name : value.names()) {
            int at = Json.root(name).ordinalOr(-1);
            if (at >= 0) {
                items.put(at, value.get(name));
            }
        }
        return List.copyOf(items.values());
    }
}
