package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.Response;
import dev.pedigree.identity.IdentityClaim.Channel;
import dev.pedigree.identity.IdentityClaim.Modality;
import dev.pedigree.identity.IdentityClaim.Polarity;
import dev.pedigree.identity.IdentityClaim.Type;
import dev.pedigree.identity.IdentityClaim.Voice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The claims of one response as they are found: each with its voice, its scope, and what the prompt has to do with it. */
final class Claims {
    private final Grammar grammar;
    private final Tokens tokens; // the sentence at hand
    private @Nullable Response response;
    private @Nullable PromptReading prompt;
    private @Nullable Sections sections;
    private List<IdentityClaim> found = List.of();
    private String text = "";
    private Channel place = Channel.ANSWER;
    private boolean persona; // whether the claim at hand is made in the persona's name

    Claims(Grammar grammar, Tokens tokens) {
        this.grammar = grammar;
        this.tokens = tokens;
    }

    /** Goes to the next response. */
    void begin(Response next) {
        response = next;
        prompt = null;
        found = new ArrayList<>();
    }

    /** Goes to a text of the response: its reasoning, or its answer. */
    void turnTo(String next, Channel channel) {
        text = next;
        place = channel;
        sections = null;
    }

    /** Whether what follows is said in the name that the prompt gave. */
    void speakAs(boolean isPersona) {
        persona = isPersona;
    }

    List<IdentityClaim> found() {
        return found;
    }

    /** What the prompt says; read when the first sentence wants to know it. */
    PromptReading prompt() {
        PromptReading known = prompt;
        if (known == null) {
            known = grammar.prompts().read(requireNonNull(response).prompt());
            prompt = known;
        }
        return known;
    }

    /** The sections of the text at hand; read when the first claim wants to know them. */
    Sections sections() {
        Sections known = sections;
        if (known == null) {
            known = new Sections(text, place, prompt(), grammar);
            sections = known;
        }
        return known;
    }

    /** Records what is said by the mention at text[start, end) of the sentence at hand. */
    void add(Reading reading, String vendor, int start, int end) {
        int mention = 0;
        while (mention < tokens.size() && tokens.start(mention) < start) {
            mention++;
        }
        claim(reading, vendor, tokens.text().substring(start, end), Scope.of(tokens, mention, reading), start, end);
    }

    /** Records a claim at text[start, end). */
    void claim(Reading reading, String vendor, String alias, Modality as, int start, int end) {
        PromptReading asked = prompt();
        Voice voice = persona ? Voice.PERSONA : sections().voice(start);
        Channel channel = sections().channel(start);
        PromptStratum stratum = asked.stratum(vendor);
        boolean example = asked.wantsText() && Scope.isAnnounced(tokens.text(), start);
        Modality meantAs = as == Modality.REAL && example ? Modality.QUOTED : as;
        Modality modality = meantAs == Modality.REAL && isEcho(asked) ? Modality.ECHO : meantAs;
        boolean meant = !reading.denied()
                && channel != Channel.CODE
                && (modality == Modality.REAL || modality == Modality.LIST);
        int[] quote = Quotes.around(tokens.text(), tokens.from(), tokens.to(), start, end);
        found.add(new IdentityClaim(
                requireNonNull(response).id(),
                vendor,
                alias,
                reading.type(),
                reading.denied() ? Polarity.DENIED : Polarity.AFFIRMED,
                modality,
                voice,
                channel,
                stratum,
                meant && !imposed(stratum, voice, reading.type(), vendor),
                quote[0],
                quote[1],
                tokens.text().substring(quote[0], quote[1]),
                reading.confidence()));
    }

    /** What the prompt assigns, or names for the voice that says it; and a maker that a role invents for itself. */
    private static boolean imposed(PromptStratum stratum, Voice voice, Type type, String vendor) {
        boolean played = voice == Voice.MODEL_TAG || voice == Voice.PERSONA;
        return stratum == PromptStratum.ROLE_ASSIGNED
                || stratum == PromptStratum.ENTITY_MENTIONED && (type == Type.IMPLICIT || played)
                || played && vendor.startsWith("other:");
    }

    private boolean isEcho(PromptReading asked) {
        if (!asked.known()) {
            return false;
        }
        String letters = PromptReader.letters(tokens.text(), tokens.from(), tokens.to());
        return letters.length() >= 8 && asked.echoes(letters);
    }
}
