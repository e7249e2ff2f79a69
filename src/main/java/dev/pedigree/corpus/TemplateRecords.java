package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conversations that were put into a chat template already, as texts for training: {@code {"text": "<|im_start|>user\n…"}}, also with the
 * headings of Guanaco ({@code ### Human:}) and Alpaca ({@code ### Instruction:}).
 */
final class TemplateRecords {
    private static final Pattern HEADING =
            Pattern.compile("###\\s?(Human|User|Instruction|Assistant|Response|System):[ \\t]*");

    private TemplateRecords() {}

    static boolean accepts(Json record) {
        Json text = record.get("text");
        if (!text.isText() || !FieldNames.find(record, "prompt").isMissing()) {
            return false;
        }
        try {
            List<Message> messages = messages(text.text());
            int last = messages.size() - 1;
            return last > 0
                    && messages.get(last).role() == Role.ASSISTANT
                    && messages.stream().anyMatch(message -> message.role() == Role.USER);
        } catch (BadRecord e) {
            return false;
        }
    }

    static void conversation(Json record, Sink out) throws BadRecord {
        List<Turn> turns = new ArrayList<>();
        for (Message message : messages(record.get("text").text())) {
            turns.add(Turn.of(message.role(), message.text()));
        }
        Draft base = new Draft()
                .id(FieldNames.find(record, "id").label())
                .model(FieldNames.find(record, "model").label());
        Turn.answers(turns, base, out);
    }

    private static List<Message> messages(String text) throws BadRecord {
        List<Message> messages = new ArrayList<>(ChatTemplate.messages(text));
        int inst = text.lastIndexOf("[/INST]");
        boolean open = !messages.isEmpty() && messages.get(messages.size() - 1).role() == Role.USER;
        if (inst >= 0 && open) {
            String tail = text.substring(inst + "[/INST]".length())
                    .replaceAll("</?s>", "")
                    .strip();
            if (!tail.isEmpty()) {
                messages.add(new Message(Role.ASSISTANT, tail));
            }
            return messages;
        }
        return messages.size() > 1 ? messages : headed(text);
    }

    private static List<Message> headed(String text) {
        List<Message> messages = new ArrayList<>();
        Matcher matcher = HEADING.matcher(text);
        boolean more = matcher.find();
        if (more && !text.substring(0, matcher.start()).isBlank()) {
            messages.add(
                    new Message(Role.SYSTEM, text.substring(0, matcher.start()).strip()));
        }
        while (more) {
            Role role = role(matcher.group(1));
            int from = matcher.end();
            more = matcher.find();
            messages.add(new Message(
                    role,
                    text.substring(from, more ? matcher.start() : text.length()).strip()));
        }
        return messages;
    }

    private static Role role(String heading) {
        switch (heading.toLowerCase(Locale.ROOT)) {
            case "assistant":
            case "response":
                return Role.ASSISTANT;
            case "system":
                return Role.SYSTEM;
            default:
                return Role.USER;
        }
    }
}
