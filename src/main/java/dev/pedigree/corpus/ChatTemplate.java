package dev.pedigree.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pedigree.internal.DataLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The messages in a prompt that a tool has already put into the model's chat template (those of {@code turn-headers.txt}, and the
 * {@code [INST]} of Llama 2 and Mistral), or written as the JSON of a list of messages. Anything else is one message of the user.
 */
final class ChatTemplate {
    private static final String ROLE =
            "(system|user|assistant|developer|tool|human|model|ipython|ai|bot|chatbot|prompter|observation)";
    private static final Pattern HEADER = Pattern.compile(
            DataLines.of(ChatTemplate.class, "turn-headers.txt").stream()
                    .map(header -> header.replace("ROLE", ROLE))
                    .collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END =
            Pattern.compile(ChatTokens.ENDS.all().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    private static final Pattern INST = Pattern.compile("\\[INST\\](.*?)\\[/INST\\]", Pattern.DOTALL);
    private static final Pattern SYS = Pattern.compile("^\\s*<<SYS>>(.*?)<</SYS>>", Pattern.DOTALL);
    private static final Pattern SYSTEM_PROMPT =
            Pattern.compile("\\[SYSTEM_PROMPT\\](.*?)\\[/SYSTEM_PROMPT\\]", Pattern.DOTALL);

    /** What templates write before the first turn. */
    private static final Pattern PREAMBLE =
            Pattern.compile("<s>|\\[gMASK\\]|<sop>|\\]~!b\\[|<\\|startoftext\\|>|" + END.pattern());

    private ChatTemplate() {}

    static List<Message> messages(String prompt) throws BadRecord {
        String start = prompt.stripLeading();
        if (start.startsWith("[{") || start.startsWith("{\"messages\"")) {
            Json json = jsonOrMissing(start);
            Json list = json.isObject() ? json.get("messages") : json;
            if (list.get(0).has("role")) {
                return Turn.prompt(list);
            }
        }
        if (HEADER.matcher(prompt).find()) {
            return headed(prompt);
        }
        if (prompt.contains("[INST]") && INST.matcher(prompt).find()) {
            return inst(prompt);
        }
        return prompt.isEmpty() ? List.of() : List.of(new Message(Role.USER, prompt));
    }

    private static Json jsonOrMissing(String text) {
        try (JsonParser parser = JsonTree.FACTORY.createParser(text)) {
            parser.nextToken();
            Json value = Json.root(JsonTree.value(parser, Integer.MAX_VALUE));
            JsonToken more = parser.nextToken();
            return more == null ? value : Json.missing();
        } catch (IOException | BadRecord e) {
            return Json.missing(); // it only looks like JSON: the prompt is text
        }
    }

    private static List<Message> headed(String prompt) throws BadRecord {
        List<Message> messages = new ArrayList<>();
        Matcher matcher = HEADER.matcher(prompt);
        boolean more = matcher.find();
        String before = PREAMBLE.matcher(prompt.substring(0, matcher.start())).replaceAll("");
        if (!before.isBlank()) {
            messages.add(new Message(Role.SYSTEM, before.strip())); // DeepSeek's system message has no header
        }
        while (more) {
            Role role = Turn.role(Json.root(named(matcher)));
            int from = matcher.end();
            more = matcher.find();
            String text = prompt.substring(from, more ? matcher.start() : prompt.length());
            Matcher end = END.matcher(text);
            text = (end.find() ? text.substring(0, end.start()) : text).strip();
            if (more || role != Role.ASSISTANT || !isOnlyReasoning(text)) {
                messages.add(new Message(role, text));
            }
        }
        return messages;
    }

    private static String named(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    /** The beginning of the answer that the template gives: nothing, or a block of reasoning for the model to go on with. */
    private static boolean isOnlyReasoning(String text) {
        Reasoning split = Reasoning.split(text);
        return text.isEmpty() || (split != null && split.answer().isEmpty());
    }

    private static List<Message> inst(String prompt) {
        List<Message> messages = new ArrayList<>();
        Matcher stated = SYSTEM_PROMPT.matcher(prompt);
        if (stated.find()) {
            messages.add(new Message(Role.SYSTEM, stated.group(1).strip()));
        }
        Matcher matcher = INST.matcher(prompt);
        int last = -1;
        while (matcher.find()) {
            if (last >= 0) {
                String answer = prompt.substring(last, matcher.start())
                        .replaceAll("</?s>", "")
                        .strip();
                messages.add(new Message(Role.ASSISTANT, answer));
            }
            String text = matcher.group(1);
            Matcher system = SYS.matcher(text);
            if (system.find()) {
                messages.add(new Message(Role.SYSTEM, system.group(1).strip()));
                text = text.substring(system.end());
            }
            messages.add(new Message(Role.USER, text.strip()));
            last = matcher.end();
        }
        return messages;
    }
}
