package dev.pedigree.corpus;

import java.util.List;
import java.util.function.Predicate;

/**
 * A call of a model as proxies, gateways and tracers write it down: the request under one name and the reply under another, each as it
 * is, in an object of its own (a {@code body}, say), or as a text that holds the JSON.
 */
final class LoggedCall {
    private static final List<String> REQUESTS = List.of(
            "request", "req", "request_body", "requestBody", "modelInput", "messages", "prompt", "inputs", "input");
    private static final List<String> REPLIES = List.of(
            "response",
            "resp",
            "res",
            "reply",
            "response_body",
            "responseBody",
            "modelOutput",
            "outputs",
            "output",
            "result",
            "completion");
    private static final List<String> WRAPPERS =
            List.of("body", "json", "data", "payload", "inputBodyJson", "outputBodyJson");

    private LoggedCall() {}

    /**
     * The reply: the record itself where it is one; what stands under the name of a reply where that is none, such as an error; the
     * record where nothing does.
     */
    static Json reply(Json record, Predicate<Json> shape) {
        Json response = record.get("response");
        if (response.isObject() && shape.test(response)) {
            return response; // as most write it
        }
        if (shape.test(record)) {
            return record;
        }
        Json other = record;
        for (String name : REPLIES) {
            Json value = record.get(name).opened();
            Json found = within(value, shape);
            if (!found.isMissing()) {
                return found;
            }
            other = other == record && value.isObject() ? value : other;
        }
        for (String name : others(record, "response")) {
            Json found = within(record.get(name).opened(), shape);
            if (!found.isMissing()) {
                return found;
            }
        }
        return other;
    }

    /** Other names of a request or reply, such as {@code backendRequestBody} or {@code full_response}. */
    private static List<String> others(Json record, String what) {
        return record.names().stream()
                .filter(name -> FieldNames.normal(name).contains(what))
                .toList();
    }

    /** The request, or what of it the log has kept; missing where there is none. */
    static Json request(Json record) {
        for (String name : REQUESTS) {
            Json found = within(record.get(name).opened(), Asked::isQuestion);
            if (!found.isMissing()) {
                return found;
            }
        }
        for (String name : others(record, "request")) {
            Json value = record.get(name).opened();
            Json found = value.isText() ? Json.missing() : within(value, Asked::isQuestion);
            if (!found.isMissing()) {
                return found;
            }
        }
        return Json.missing();
    }

    private static Json within(Json value, Predicate<Json> shape) {
        if (value.isAbsent()) {
            return Json.missing(); // as almost all names are
        }
        if (shape.test(value)) {
            return value;
        }
        if (!value.isObject()) {
            return Json.missing();
        }
        for (String wrapper : WRAPPERS) {
            Json inner = value.get(wrapper).opened();
            if (shape.test(inner)) {
                return inner;
            }
        }
        for (String browser : new String[] {"postData", "content"}) { // of an HTTP archive
            Json inner = value.get(browser).get("text").opened();
            if (!inner.isText() && shape.test(inner)) {
                return inner;
            }
        }
        return Json.missing();
    }
}
