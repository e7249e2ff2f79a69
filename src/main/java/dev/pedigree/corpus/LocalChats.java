package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/** Chats that programs for local models keep: LM Studio ({@code versions} of each message), text-generation-webui ({@code internal}). */
final class LocalChats {
    /** What stands for the question where a character speaks first, in words that its author wrote. */
    private static final String NOBODY_ASKED = "<|BEGIN-VISIBLE-CHAT|>";

    private LocalChats() {}

    static boolean accepts(Json record) {
        return isLmStudio(record) || isWebUi(record);
    }

    private static boolean isLmStudio(Json record) {
        return record.get("messages").get(0).get("versions").isArray();
    }

    private static boolean isWebUi(Json record) {
        return isExchanges(record.get("internal"), record.get("visible"))
                || isExchanges(record.get("data"), record.get("data_visible"));
    }

    private static boolean isExchanges(Json list, Json shown) {
        return shown.isArray() && list.get(0).size() == 2 && list.get(0).get(1).isText();
    }

    static void read(Json record, Draft base, Sink out) throws BadRecord {
        Turn.answers(isLmStudio(record) ? lmStudio(record) : webUi(record), base, out);
    }

    /** Of a message that was edited or generated again, the version that is shown. */
    private static List<Turn> lmStudio(Json record) throws BadRecord {
        List<Turn> turns = new ArrayList<>();
        String system = record.get("systemPrompt").textOr("");
        if (!system.isEmpty()) {
            turns.add(Turn.of(Role.SYSTEM, system));
        }
        Json used = record.get("lastUsedModel").first("indexedModelIdentifier", "identifier");
        for (Json message : record.get("messages").items()) {
            Json version =
                    message.get("versions").get(message.get("currentlySelected").ordinalOr(0));
            if (!version.isObject()) {
                throw version.expected("the version that is shown");
            }
            Role role = Turn.role(version.get("role"));
            turns.add(version.get("steps").isArray() ? steps(version, role, used.label()) : whole(version, role));
        }
        return turns;
    }

    private static Turn whole(Json version, Role role) throws BadRecord {
        return Turn.of(role, Content.of(version.get("content"), role).text());
    }

    private static Turn steps(Json version, Role role, String used) throws BadRecord {
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        String model = used;
        FinishReason finish = FinishReason.UNKNOWN;
        for (Json step : version.get("steps").items()) {
            if (!step.get("type").label().equals("contentBlock")) {
                continue; // what the program did
            }
            boolean isThought = step.get("style").get("type").label().equals("thinking");
            Content.appendBlock(
                    isThought ? reasoning : text,
                    Content.of(step.get("content"), role).text());
            Json made = step.get("genInfo");
            String name = made.first("indexedModelIdentifier", "identifier").label();
            model = name.isEmpty() ? model : name;
            finish = made.isObject() ? Finish.of(made.get("stats").get("stopReason")) : finish;
        }
        return new Turn(role, text.toString(), reasoning.toString(), true, finish, model);
    }

    private static List<Turn> webUi(Json record) throws BadRecord {
        List<Turn> turns = new ArrayList<>();
        Json exchanges = record.first("internal", "data");
        for (int i = 0; i < exchanges.size(); i++) {
            Json exchange = exchanges.get(i);
            String question = exchange.get(0).textOr("");
            boolean isGreeting = question.equals(NOBODY_ASKED);
            if (!isGreeting) {
                turns.add(Turn.of(Role.USER, question));
            }
            String model = record.get("metadata")
                    .get("assistant_" + i)
                    .get("model_name")
                    .label();
            turns.add(
                    new Turn(Role.ASSISTANT, exchange.get(1).textOr(""), "", !isGreeting, FinishReason.UNKNOWN, model));
        }
        return turns;
    }
}
