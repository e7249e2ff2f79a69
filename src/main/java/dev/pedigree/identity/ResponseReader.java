package dev.pedigree.identity;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.Message;
import dev.pedigree.corpus.Response;
import dev.pedigree.identity.IdentityClaim.Channel;
import dev.pedigree.identity.IdentityClaim.Modality;
import dev.pedigree.identity.IdentityClaim.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one response after another with the same workspace; not for sharing between threads. */
final class ResponseReader {
    private static final int SHORT_ANSWER = 4; // tokens before the name in "that would be X"
    private static final int SHORT_TEXT = 500; // characters of an answer to a question for the speaker's maker
    private static final int SHORT_PROMPT = 120; // and of the question
    private static final int BRIEF = 18; // characters of a question that leaves out whom it is about, in the east
    private static final int LONG_SENTENCE = 300; // characters, beyond which no pronoun is followed
    private static final int OPENING = 3; // sentences of such an answer
    private static final int LIFE_STORY = 3000; // characters read to learn whether a person speaks

    private final Grammar grammar;
    private final Tokens tokens;
    private final Claims claims;
    private boolean[] claimed = new boolean[64];
    private @Nullable Response response;
    private List<String> formulas = List.of();
    private boolean answered;
    private String usual = "";
    private String text = "";
    private boolean person;
    private boolean personKnown;
    private Lexicon.@Nullable Alias
            topic; // the only house that the sentence read last speaks of, where it claims nothing
    private int topicEnd;

    ResponseReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = new Tokens(grammar.cues().of("en"));
        this.claims = new Claims(grammar, tokens);
    }

    List<IdentityClaim> read(Response next) {
        response = next;
        claims.begin(next);
        formulas = new ArrayList<>();
        answered = false;
        read(next.reasoning(), Channel.REASONING);
        read(next.text(), Channel.ANSWER);
        return claims.found();
    }

    /** The houses whose formulas stand in the response that was read last. */
    List<String> formulas() {
        return formulas;
    }

    private void read(String text, Channel channel) {
        char[] letters = text.toCharArray();
        int at = grammar.gate().next(letters, 0);
        boolean answer = at < 0 && channel == Channel.ANSWER && text.length() <= SHORT_TEXT && hasShortPrompt();
        if (at < 0 && !answer) {
            return;
        }
        this.text = text;
        claims.turnTo(text, channel);
        personKnown = false;
        topic = null;
        usual = "";
        if (answer) {
            withoutNames();
            return;
        }
        while (at >= 0) {
            int from = Sentences.begin(text, at - 1, 0);
            int to = Sentences.finish(text, at - 1, text.length());
            sentence(from, to);
            at = to < text.length() ? grammar.gate().next(letters, to) : -1;
            int end = topic == null || to >= text.length() ? to : Sentences.finish(text, to, text.length());
            if (topic != null && to < end && (at < 0 || at > end)) {
                takenUp(topic, to, end); // a sentence with a hit is read in its turn
            }
        }
        if (channel == Channel.ANSWER) {
            dated();
        }
    }

    /** A date in the first sentence of an answer to the question for the speaker's cutoff, where nothing else gives it. */
    private void dated() {
        boolean asked = claims.prompt().asksCutoff() && text.length() <= SHORT_TEXT;
        if (!asked || claims.found().stream().anyMatch(c -> c.type() == Type.CUTOFF)) {
            return;
        }
        int to = Sentences.finish(text, 0, text.length());
        Signs.Cutoff cutoff = grammar.signs().answered(text, 0, to);
        if (cutoff != null) {
            tokens.read(text, 0, to, language(0, to));
            cutoff(cutoff, 0.7);
        }
    }

    private void cutoff(Signs.Cutoff cutoff, double confidence) {
        claims.claim(
                new Reading(Type.CUTOFF, false, -1, -1, confidence),
                "",
                cutoff.text(),
                Modality.REAL,
                cutoff.start(),
                cutoff.end());
    }

    private boolean hasShortPrompt() {
        int length = 0;
        for (Message message : requireNonNull(response).prompt().messages()) {
            length += message.text().length();
        }
        return length > 0 && length <= SHORT_PROMPT;
    }

    /** Whether a short question is put to the listener about the listener: "which company made you", and not "which company made it". */
    private boolean isAddressed() {
        String asked = requireNonNull(response).prompt().lastUserText();
        Tokens question = new Tokens(grammar.cues().of("en"));
        String tag = grammar.languages().of(asked, 0, asked.length(), tokens.language());
        question.read(asked, 0, asked.length(), grammar.cues().of(tag));
        boolean addressed = question.isEastern() && asked.strip().length() <= BRIEF;
        for (int k = 0; k < question.size() && !addressed; k++) {
            addressed = question.is(k, Cue.YOU) || question.has(k, Trait.YOURS) || question.has(k, Trait.YOU_ARE);
        }
        return addressed;
    }

    /** An answer in words that no gate knows, to a short prompt. */
    private void withoutNames() {
        dated();
        if (claims.prompt().asks()) {
            unnamed();
        }
        String asked = requireNonNull(response).prompt().lastUserText();
        if (claims.found().isEmpty() && grammar.gate().next(asked.toCharArray(), 0) >= 0) {
            assent(asked);
        }
    }

    /** "Yes" to a question that names the house. */
    private void assent(String asked) {
        int to = Sentences.finish(text, 0, text.length());
        tokens.read(text, 0, to, language(0, to));
        if (!Assent.agrees(tokens)) {
            return;
        }
        Tokens question = new Tokens(grammar.cues().of("en"));
        question.read(
                asked,
                0,
                asked.length(),
                grammar.cues().of(grammar.languages().of(asked, 0, asked.length(), tokens.language())));
        int e = Assent.asked(question, new boolean[question.size()]);
        if (e >= 0) {
            Lexicon.Alias alias = question.alias(e);
            Reading yes = new Reading(Type.IMPLICIT, false, -1, 0, 0.6);
            claims.claim(yes, alias.entity().vendor(), alias.text(), Modality.REAL, tokens.start(0), tokens.end(0));
        }
    }

    /** The sentence after one that speaks of a house: who is meant by its pronouns. */
    private void takenUp(Lexicon.Alias house, int from, int to) {
        if (to - from > LONG_SENTENCE) {
            return;
        }
        tokens.read(text, from, to, language(from, to));
        clearClaimed();
        TakenUp.Found found = TakenUp.read(tokens, claimed, house);
        if (found != null && !Person.speaks(tokens)) {
            int at = found.at();
            claims.claim(
                    found.reading(),
                    house.entity().vendor(),
                    house.text(),
                    Scope.of(tokens, at, found.reading()),
                    tokens.start(at),
                    tokens.end(at));
        }
    }

    private void clearClaimed() {
        if (claimed.length < tokens.size()) {
            claimed = new boolean[2 * tokens.size()];
        }
        Arrays.fill(claimed, 0, tokens.size(), false);
    }

    /** Makers without an alias in the first sentences of a short answer, in words that no gate knows. */
    private void unnamed() {
        int from = 0;
        for (int n = 0; n < OPENING && from < text.length() && claims.found().isEmpty(); n++) {
            int to = Sentences.finish(text, from, text.length());
            tokens.read(text, from, to, language(from, to));
            clearClaimed();
            openName();
            tokens.read(text, from, to, language(from, to)); // as it was before names were joined
            OpenNames.Found house =
                    n == 0 && claims.found().isEmpty() && claims.prompt().isPlain() && isAddressed()
                            ? HouseNamed.find(tokens)
                            : null;
            if (house != null && !Person.speaks(tokens)) {
                claims.claim(
                        house.reading(),
                        "other:" + house.name(),
                        house.name(),
                        Modality.REAL,
                        house.start(),
                        house.end());
            }
            from = to;
        }
    }

    private Cues.Language language(int from, int to) {
        String tag = grammar.languages().of(text, from, to, "");
        if (tag.isEmpty()) {
            if (usual.isEmpty()) {
                String said = requireNonNull(response).language();
                usual = grammar.languages()
                        .of(
                                text,
                                0,
                                Math.min(text.length(), 2000),
                                grammar.cues().known(said));
            }
            tag = usual;
        }
        return grammar.cues().of(tag);
    }

    private void sentence(int from, int to) {
        Cues.Language language = language(from, to);
        int before = claims.found().size();
        Lexicon.Alias earlier = topicEnd == from ? topic : null;
        mentions(language, from, to);
        topic = claims.found().size() == before ? TakenUp.topic(tokens) : null;
        topicEnd = to;
        if (claims.found().size() == before) {
            String other = grammar.languages().second(text, from, to, language.tag());
            if (!other.isEmpty()) {
                mentions(grammar.cues().of(other), from, to);
            }
            if (!other.isEmpty() && claims.found().size() == before) {
                tokens.read(text, from, to, language);
            }
        }
        if (claims.found().size() == before
                && tokens.hasName()
                && claims.prompt().role()) {
            illeism();
        }
        signs(from, to);
        if (claims.found().size() == before) {
            openName();
        }
        if (claims.found().size() == before && earlier != null && topic == null) {
            takenUp(earlier, from, to);
        }
        if (claims.found().size() > before) {
            topic = null;
            answered = true;
        }
    }

    /** "NAME was developed by X", where the prompt gave the speaker this name. */
    private void illeism() {
        if (!tokens.name(claims.prompt().personas())) {
            return;
        }
        WesternGrammar west = new WesternGrammar(tokens, claimed);
        EasternGrammar east = new EasternGrammar(tokens, claimed, () -> false);
        for (int e = 0; e < tokens.size(); e++) {
            Reading reading = !tokens.is(e, Cue.ENTITY) ? null : tokens.isEastern() ? east.read(e) : west.read(e);
            if (reading == null) {
                continue;
            }
            boolean named = reading.subject() < e && tokens.all(reading.subject(), Cue.THISAI | Cue.CAPITAL);
            if (named
                    && !claims.sections().isTag(tokens.start(e))
                    && !claims.sections().isTag(tokens.start(reading.subject()))) {
                claimed[e] = true;
                claims.speakAs(true);
                claims.add(reading, vendor(e), tokens.start(e), tokens.end(e));
                claims.speakAs(false);
            }
        }
    }

    private void mentions(Cues.Language language, int from, int to) {
        tokens.read(text, from, to, language);
        clearClaimed();
        WesternGrammar west = new WesternGrammar(tokens, claimed);
        EasternGrammar east = null;
        Association association = null;
        Reading denied = null;
        for (int e = 0; e < tokens.size(); e++) {
            if (!tokens.is(e, Cue.ENTITY)) {
                continue;
            }
            Reading reading;
            if (language.isEastern()) {
                east = east == null ? new EasternGrammar(tokens, claimed, this::mayLeaveOutSubject) : east;
                reading = east.read(e);
            } else {
                reading = west.read(e);
            }
            int product = east == null ? west.product() : east.product();
            if (reading == null && Corrections.isScar(tokens, product, e)) {
                Reading scar = new Reading(Type.SUBSTITUTION_SCAR, false, product, e, 0.8);
                claims.add(scar, "", tokens.start(product), tokens.end(product));
            }
            if (reading == null && denied != null && Corrections.isInstead(tokens, claimed, e)) {
                reading = new Reading(denied.type(), false, denied.subject(), denied.cue(), 0.9);
            }
            Reading field = reading == null ? FormField.read(tokens, e) : null;
            if (field != null && claims.prompt().asks()) {
                reading = field;
            }
            if (reading == null && !answered) {
                reading = implicit(e, from);
            }
            if (reading == null
                    && product < 0
                    && !claims.prompt().role()
                    && !claims.prompt().mentions(vendor(e))) {
                association = association == null ? new Association(tokens, claimed) : association;
                reading = association.read(e, claims.prompt().isPlain());
            }
            if (reading == null) {
                reading = TakenUp.within(tokens, e);
            }
            if (reading == null
                    && !answered
                    && product < 0
                    && claims.prompt().asks()
                    && claims.prompt().isPlain()
                    && isAddressed()
                    && claims.sections().opensSection(text, from)) {
                reading = ImplicitAnswer.congruent(tokens, e);
            }
            if (reading == null && from > 0 && claims.prompt().asks()) {
                reading = anaphora(e, from);
            }
            boolean doubtful = reading != null
                    && tokens.alias(e).entity().homograph()
                    && reading.confidence() < 0.9
                    && !isModel(reading, e)
                    && !isBareAnswer(reading, e)
                    && !claims.prompt().assigned().contains(vendor(e));
            if (reading == null
                    || doubtful
                    || isPerson(reading, e)
                    || claims.sections().isTag(tokens.start(e))) {
                continue;
            }
            claimed[e] = isIdentity(reading.type());
            claims.add(reading, vendor(e), tokens.start(e), tokens.end(e));
            denied = reading.denied() ? reading : null;
            if (reading.denied()) {
                alsoDenied(e, reading, language.isEastern() ? -1 : 1);
            } else {
                deny(
                        language.isEastern()
                                ? Corrections.correctedInEast(tokens, e)
                                : Corrections.corrected(tokens, e),
                        e,
                        reading);
            }
        }
    }

    /** "X, nice to meet you", "that would be X", to the question for the speaker's name or house. */
    private boolean isBareAnswer(Reading reading, int e) {
        boolean bare = reading.type() == Type.IMPLICIT || reading.type() == Type.NAME;
        boolean alone = e < SHORT_ANSWER || e + 2 >= tokens.size();
        return bare && alone && claims.prompt().asks() && !claims.prompt().role();
    }

    /** Whether a person speaks here: of themselves in this sentence, or anywhere, where people bear the name as well. */
    private boolean isPerson(Reading reading, int e) {
        Lexicon.Entity entity = tokens.alias(e).entity();
        boolean name = entity.homograph() && reading.type() == Type.NAME;
        if (name && (Person.isDescribed(tokens, e) || entity.given() && Person.hasSurname(tokens, e))) {
            return true;
        }
        if (Person.mayUndergo(tokens, reading) && !claims.prompt().asks() && !answered) {
            return true;
        }
        boolean own = reading.type() != Type.POLICY && reading.type() != Type.KINSHIP;
        return own && Person.speaks(tokens) || name && entity.given() && !mentionsModel() && person();
    }

    private boolean mentionsModel() {
        for (int k = 0; k < tokens.size(); k++) {
            if (tokens.is(k, Cue.AI)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence near the beginning of the text at hand has a person for its speaker; read when a name asks for it. */
    private boolean person() {
        if (!personKnown) {
            personKnown = true;
            person = false;
            Tokens others = new Tokens(grammar.cues().of("en"));
            int end = Math.min(text.length(), LIFE_STORY);
            for (int from = 0; from < end && !person; ) {
                int to = Sentences.finish(text, from, text.length());
                others.read(text, from, to, language(from, to));
                person = Person.speaks(others);
                from = to;
            }
        }
        return person;
    }

    /** Whether a name that is also a word stands by a model: "a model by X" of a maker's, "the AI that you are talking to is X". */
    private boolean isModel(Reading reading, int e) {
        boolean maker = tokens.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        if (tokens.is(reading.subject(), Cue.THISAI)) {
            return true;
        }
        for (int k = Math.max(0, Math.min(reading.subject(), e)); maker && k < e; k++) {
            if (tokens.is(k, Cue.AI)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence without a subject may be about the speaker: where the prompt asks, or says who that is. */
    private boolean mayLeaveOutSubject() {
        PromptReading asked = claims.prompt();
        return !asked.known() || asked.asks() || !asked.assigned().isEmpty();
    }

    /** Whether the mention is the speaker from here on, as one that is merely akin, hosting or ruling is not. */
    private static boolean isIdentity(Type type) {
        return type != Type.KINSHIP && type != Type.LOCATION && type != Type.POLICY && type != Type.IMPLICIT;
    }

    /** "Neither X nor Y", "XでもYでもない": what is denied of one is denied of those beside it, to the right or, in the east, to the left. */
    private void alsoDenied(int e, Reading reading, int step) {
        int other = e + step;
        boolean coordinated = false;
        while (tokens.is(other, Cue.AND | Cue.NEG | Cue.QUOTE | Cue.DET | Cue.OF | Cue.BY)) {
            coordinated |= tokens.is(other, Cue.AND | Cue.NEG);
            other += step;
        }
        if (tokens.is(other, Cue.ADV) && tokens.folded(other).equals("noch")) { // after "weder"
            coordinated = true;
            other += step;
        }
        if (coordinated) {
            deny(other, e, reading);
        }
    }

    /** What is read of one mention is denied of another one, where that names another vendor. */
    private void deny(int other, int e, Reading reading) {
        if (tokens.is(other, Cue.ENTITY) && !claimed[other] && !vendor(other).equals(vendor(e))) {
            claimed[other] = true;
            claims.add(
                    new Reading(reading.type(), true, reading.subject(), reading.cue(), 0.8),
                    vendor(other),
                    tokens.start(other),
                    tokens.end(other));
        }
    }

    /** The mention as an answer without a subject, where the prompt asks for one. */
    private @Nullable Reading implicit(int e, int from) {
        if (ImplicitAnswer.read(tokens, e, true) == null) {
            return null;
        }
        PromptReading asked = claims.prompt();
        boolean product = tokens.alias(e).entity().kind() != Lexicon.Kind.VENDOR;
        if (product && asked.mentions(vendor(e)) && speaksOfItself()) {
            return null; // "are you X?" "X is Y's, I am Z's"
        }
        boolean told = asked.assigned().contains(vendor(e)) && (asked.role() || tokens.isEastern());
        boolean wanted = asked.asks() || told;
        return wanted ? ImplicitAnswer.read(tokens, e, claims.sections().opensSection(text, from)) : null;
    }

    private boolean speaksOfItself() {
        for (int k = 0; k < tokens.size(); k++) {
            if (tokens.is(k, Cue.SELF | Cue.MY)) {
                return true;
            }
        }
        return false;
    }

    /** A house said of those whom the sentence before calls the speaker's makers. */
    private @Nullable Reading anaphora(int e, int from) {
        int last = from - 1;
        while (last > 0 && Quotes.isBlank(text.charAt(last))) {
            last--;
        }
        Tokens before = new Tokens(grammar.cues().of("en"));
        int begin = Sentences.begin(text, last, 0);
        before.read(text, begin, from, language(begin, from));
        return Anaphora.read(tokens, e, before);
    }

    private String vendor(int e) {
        return tokens.alias(e).entity().vendor();
    }

    private void signs(int from, int to) {
        Signs signs = grammar.signs();
        if (!signs.anyIn(text, from, to)) {
            return;
        }
        Signs.Phrase formula = signs.formula(text, from, to);
        if (formula != null) {
            formulas.add(formula.vendor());
        }
        Signs.Cutoff cutoff = signs.cutoff(text, from, to);
        if (cutoff != null) {
            cutoff(cutoff, 0.9);
        }
        Signs.Phrase slogan = signs.slogan(text, from, to);
        if (slogan != null) {
            claims.claim(
                    new Reading(Type.SLOGAN, false, -1, -1, 0.8),
                    "",
                    text.substring(slogan.start(), slogan.end()),
                    Modality.REAL,
                    slogan.start(),
                    slogan.end());
        }
    }

    private void openName() {
        OpenNames.Found open =
                OpenNames.find(tokens, claimed, () -> claims.prompt().asks());
        if (open == null || Person.speaks(tokens)) {
            return;
        }
        if (open.name().isEmpty()) {
            Reading scar =
                    new Reading(Type.SUBSTITUTION_SCAR, false, open.reading().subject(), -1, 0.6);
            claims.claim(scar, "", "", Modality.REAL, open.start(), open.end());
        } else {
            int first = Math.max(0, open.reading().subject());
            claims.claim(
                    open.reading(),
                    "other:" + open.name(),
                    open.name(),
                    Scope.of(tokens, first, open.reading()),
                    open.start(),
                    open.end());
        }
    }
}
