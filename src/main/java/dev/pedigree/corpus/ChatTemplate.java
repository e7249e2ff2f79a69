package dev.pedigree.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The messages in a prompt that a tool has already put into the model's chat template (ChatML, Llama 2 and 3, Mistral, Gemma,
 * Zephyr, Phi, DeepSeek, Command R), or written as the JSON of a list of messages. Anything else is one message of the user.
 */
final class ChatTemplate {
    private static final String ROLE = "(system|user|assistant|developer|tool|human|model|ipython)";
    private static final Pattern HEADER = Pattern.compile(
            "<\\|im_start\\|>" + ROLE + "\\n"
                    + "|<\\|start_header_id\\|>" + ROLE + "<\\|end_header_id\\|>\\n*"
                    + "|<start_of_turn>" + ROLE + "\\n"
                    + "|<[|｜]" + ROLE + "[|｜]>\\n?"
                    + "|<\\|START_OF_TURN_TOKEN\\|><\\|" + ROLE + "_TOKEN\\|>"
                    + "|<\\|start_of_role\\|>" + ROLE + "<\\|end_of_role\\|>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END =
            Pattern.compile("<\\|(im_end|eot_id|end|endoftext|eom_id|end_of_text|END_OF_TURN_TOKEN)\\|>"
                    + "|<end_of_turn>|<｜end▁of▁sentence｜>|</s>|<eos>");
    private static final Pattern INST = Pattern.compile("\\[INST\\](.*?)\\[/INST\\]", Pattern.DOTALL);
    private static final Pattern SYS = Pattern.compile("^\\s*<<SYS>>(.*?)<</SYS>>", Pattern.DOTALL);

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
        if (prompt.indexOf('<') >= 0 && HEADER.matcher(prompt).find()) {
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
        while (more) {
            String name = "";
            for (int group = 1; group <= matcher.groupCount(); group++) {
                name = matcher.group(group) == null ? name : matcher.group(group);
            }
            int from = matcher.end();
            more = matcher.find();
            String text = prompt.substring(from, more ? matcher.start() : prompt.length());
            Matcher end = END.matcher(text);
            text = (end.find() ? text.substring(0, end.start()) : text).strip();
            Role role = Turn.role(Json.root(name));
            if (more || role != Role.ASSISTANT || !text.isEmpty()) {
                messages.add(new Message(role, text));
            }
        }
        return messages;
    }

    private static List<Message> inst(String prompt) {
        List<Message> messages = new ArrayList<>();
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
