package dev.pedigree.identity;

import dev.pedigree.corpus.Response;
import dev.pedigree.identity.IdentityClaim.Channel;
import dev.pedigree.identity.IdentityClaim.Modality;
import dev.pedigree.identity.IdentityClaim.Polarity;
import dev.pedigree.identity.IdentityClaim.Voice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one response after another with the same workspace; not for sharing between threads. */
final class ResponseReader {
    private static final int QUOTE_LENGTH = 300;

    private final Grammar grammar;
    private final Tokens tokens;
    private boolean[] claimed = new boolean[64];
    private @Nullable Response response;
    private PromptReader.@Nullable Reading prompt;
    private List<IdentityClaim> found = List.of();

    ResponseReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = new Tokens(grammar.cues().of("en"));
    }

    List<IdentityClaim> read(Response next) {
        response = next;
        prompt = null;
        found = new ArrayList<>();
        read(next.reasoning(), Channel.REASONING);
        read(next.text(), Channel.ANSWER);
        return found;
    }

    private void read(String text, Channel channel) {
        int at = grammar.gate().next(text, 0);
        if (at < 0) {
            return;
        }
        PromptReader.Reading asked = prompt();
        Sections sections = new Sections(text, channel, asked.folded(), grammar::isModel);
        while (at >= 0) {
            int from = Sentences.begin(text, at - 1, 0);
            int to = Sentences.finish(text, at - 1, text.length());
            sentence(text, from, to, sections);
            at = to < text.length() ? grammar.gate().next(text, to) : -1;
        }
    }

    private PromptReader.Reading prompt() {
        PromptReader.Reading known = prompt;
        if (known == null) {
            known = grammar.prompts()
                    .read(java.util.Objects.requireNonNull(response).prompt());
            prompt = known;
        }
        return known;
    }

    private void sentence(String text, int from, int to, Sections sections) {
        String fallback = java.util.Objects.requireNonNull(response).language();
        Cues.Language language =
                grammar.cues().of(LanguageGuess.of(text, from, to, fallback.isEmpty() ? "en" : fallback));
        tokens.read(text, from, to, language);
        if (claimed.length < tokens.size()) {
            claimed = new boolean[2 * tokens.size()];
        }
        java.util.Arrays.fill(claimed, false);
        WesternGrammar west = new WesternGrammar(tokens, claimed);
        EasternGrammar east = new EasternGrammar(tokens, claimed);
        for (int e = 0; e < tokens.size(); e++) {
            if (!tokens.is(e, Cue.ENTITY) || sections.isTag(tokens.start(e))) {
                continue;
            }
            Reading reading = language.isEastern() ? east.read(e) : west.read(e);
            if (reading == null) {
                continue;
            }
            if (tokens.alias(e).entity().homograph() && reading.confidence() < 0.9) {
                continue;
            }
            claimed[e] = true;
            add(reading, e, sections);
        }
    }

    private void add(Reading reading, int e, Sections sections) {
        PromptReader.Reading asked = prompt();
        String text = tokens.text();
        int start = tokens.start(e);
        int end = tokens.end(e);
        String vendor = tokens.alias(e).entity().vendor();
        Voice voice = sections.voice(start);
        Channel channel = sections.channel(start);
        PromptStratum stratum = asked.stratum(vendor);
        Modality modality = Scope.of(tokens, e, reading);
        if (modality == Modality.REAL && isEcho(asked)) {
            modality = Modality.ECHO;
        }
        boolean meant = !reading.denied()
                && channel != Channel.CODE
                && (modality == Modality.REAL || modality == Modality.LIST);
        found.add(new IdentityClaim(
                java.util.Objects.requireNonNull(response).id(),
                vendor,
                text.substring(start, end),
                reading.type(),
                reading.denied() ? Polarity.DENIED : Polarity.AFFIRMED,
                modality,
                voice,
                channel,
                stratum,
                meant && !imposed(stratum, voice),
                start,
                end,
                quote(text, tokens.from(), tokens.to(), start, end),
                reading.confidence()));
    }

    private static boolean imposed(PromptStratum stratum, Voice voice) {
        return stratum == PromptStratum.ROLE_ASSIGNED
                || stratum == PromptStratum.ENTITY_MENTIONED && (voice == Voice.MODEL_TAG || voice == Voice.PERSONA);
    }

    private boolean isEcho(PromptReader.Reading asked) {
        if (!asked.known()) {
            return false;
        }
        String letters = PromptReader.letters(tokens.text(), tokens.from(), tokens.to());
        return letters.length() >= 8 && asked.letters().contains(letters);
    }

    private static String quote(String text, int from, int to, int start, int end) {
        int a = from;
        int b = to;
        while (a < start && isBlank(text.charAt(a))) {
            a++;
        }
        while (b > end && isBlank(text.charAt(b - 1))) {
            b--;
        }
        if (b - a > QUOTE_LENGTH) {
            a = Math.max(a, start - QUOTE_LENGTH / 2);
            b = Math.min(b, Math.max(end, a + QUOTE_LENGTH));
            if (a > 0 && isLowSurrogate(text.charAt(a))) {
                a++;
            }
            if (b < text.length() && isLowSurrogate(text.charAt(b))) {
                b--;
            }
        }
        return text.substring(a, b);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\u3000';
    }

    private static boolean isLowSurrogate(char c) {
        return c >= 0xdc00 && c <= 0xdfff;
    }
}
