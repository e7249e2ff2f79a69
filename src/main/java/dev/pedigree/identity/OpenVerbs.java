package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * Claims whose verb stands in no list: what a house does to the speaker ("X set me up", "wie X mich angelegt hat"), and what it does to the
 * model that the speaker is ("an assistant that the people of X keep refining"). The frame tells, not the verb; only what houses do to people as
 * well is left out ({@link Trait#PERSONAL}).
 */
final class OpenVerbs {
    private static final long OTHERS = Cue.YOU | Cue.THIRD | Cue.PERSON | Cue.SPEECH | Cue.HYPO;
    private static final long HOUSE = Cue.DET | Cue.AGENT | Cue.OF | Cue.ADV | Cue.QUOTE;
    private static final long BETWEEN = Cue.AUX | Cue.ADV | Cue.NEG | Cue.QUOTE;
    private static final int REACH = 7;

    private final Tokens t;
    private final Phrases phrases;
    private final Subject subject;
    private final PeopleOfHouse people;

    OpenVerbs(Tokens tokens, Phrases phrases, Subject subject) {
        this.t = tokens;
        this.phrases = phrases;
        this.subject = subject;
        this.people = new PeopleOfHouse(tokens, this);
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        Reading cleft = cleft(e);
        if (cleft != null
                || t.alias(e).entity().kind() != Lexicon.Kind.VENDOR
                || t.alias(e).entity().homograph()) {
            return cleft;
        }
        Reading found = licence(e);
        found = found != null ? found : actsOnMe(e);
        found = found != null ? found : meFirst(e);
        found = found != null ? found : people.read(e);
        return found != null ? found : relative(e);
    }

    /** "Quem me mantém é a X", "es X quien me mantiene", "c'est X qui m'a pensée": the house in front, or last. */
    private @Nullable Reading cleft(int e) {
        if (t.alias(e).entity().kind() != Lexicon.Kind.VENDOR || t.language().equals("en")) {
            return null;
        }
        int be = e - 1;
        while (t.is(be, Cue.DET | Cue.AGENT | Cue.ADV)) {
            be--;
        }
        boolean no = t.is(be, Cue.NEG) || t.is(be - 1, Cue.NEG);
        int that = phrases.next(e);
        that = t.is(that, Cue.COMMA) ? that + 1 : that;
        boolean last = t.all(that, Cue.BE | Cue.FINITE) && !t.is(that, Cue.SELF) && t.is(that + 1, Cue.REL);
        if (last) {
            return done(
                    that + 1,
                    t.size(),
                    no || t.is(that, Cue.NEG) || t.is(that - 1, Cue.NEG)); // "X es quien me mantiene"
        }
        if (t.is(that, Cue.REL) && t.is(be, Cue.BE | Cue.EXPLETIVE) && !t.is(be, Cue.SELF)) {
            return done(that, t.size(), no);
        }
        if (!t.all(be, Cue.BE | Cue.FINITE) || t.is(be, Cue.SELF)) {
            return null;
        }
        for (int k = be - 1; k >= 0 && be - k < REACH; k--) {
            if (t.is(k, Cue.REL) && t.is(k + 1, Cue.SELF)) {
                boolean opens = k == 0 || t.is(k - 1, Cue.COMMA | Cue.STOP | Cue.COLON | Cue.AND | Cue.ADV);
                return opens ? done(k, be, no) : null;
            }
            if (t.is(k, Cue.ENTITY | Cue.COMMA | Cue.STOP | OTHERS)) {
                return null;
            }
        }
        return null;
    }

    /** What is done to the speaker after a relative pronoun, before {@code end}. */
    private @Nullable Reading done(int that, int end, boolean no) {
        int me = that + 1;
        while (t.is(me, Cue.NEG | Cue.AUX) && !t.is(me, Cue.SELF)) {
            me++;
        }
        int verb = me + 1;
        while (t.is(verb, BETWEEN)) {
            verb++;
        }
        boolean object = t.is(me, Cue.SELF) && t.has(me, Trait.OBJECT) && verb < end && isVerb(verb);
        return object && !t.has(verb, Trait.PERSONAL) && !t.has(verb, Trait.TEACH)
                ? new Reading(Type.DEVELOPER, no, me, verb, 0.9)
                : null;
    }

    /** "X does not allow me to help with that": a rule in all but name. */
    private @Nullable Reading licence(int e) {
        for (int k = Math.max(0, e - REACH); k < Math.min(t.size(), e + REACH); k++) {
            if (t.has(k, Trait.LICENCE)) {
                return licence(e, k);
            }
        }
        return null;
    }

    private @Nullable Reading licence(int e, int verb) {
        int me = -1;
        boolean help = false;
        for (int n = Math.max(0, Math.min(verb, e) - 3); n < Math.min(t.size(), Math.max(verb, e) + REACH); n++) {
            boolean complement = t.is(n - 1, Cue.REL) && n - verb == 2; // "não permite que eu"
            boolean object =
                    t.is(n, Cue.SELF) && !t.is(n, Cue.BE) && (t.has(n, Trait.OBJECT) || isDative(n) || complement);
            me = object && Math.abs(n - verb) < 4 ? n : me;
            help |= n != verb && t.has(n, Trait.HELP);
            if (t.is(n, Cue.LIFE | Cue.PERSON | Cue.SPEECH | Cue.HYPO)) {
                return null;
            }
        }
        return me >= 0 && help ? new Reading(Type.POLICY, false, me, verb, 0.7) : null;
    }

    boolean isDative(int n) {
        String word = t.folded(n);
        return word.equals("mir") || word.equals("\u043c\u043d\u0435");
    }

    /** The house, its verb, the speaker: "X set me up", "X m'a pensée", "X mich angelegt hat". */
    private @Nullable Reading actsOnMe(int e) {
        int first = phrases.next(e);
        boolean no = t.is(e - 1, Cue.NEG);
        int verb = -1;
        for (int k = first; k < first + REACH && k < t.size(); k++) {
            if (t.is(k, Cue.SELF) && t.has(k, Trait.OBJECT)) {
                int acts = verb >= 0 ? verb : t.language().equals("en") ? -1 : verbAfter(k);
                boolean far = verb >= 0 && k - verb > 1;
                boolean open = acts < 0 || far || no && !t.is(acts, Cue.DEV); // what else it did not do says nothing
                return open || !isDeed(acts, k, e) ? null : new Reading(Type.DEVELOPER, no, k, acts, 0.8);
            }
            no |= t.is(k, Cue.NEG);
            if (isVerb(k) && !hasClitics()) {
                verb = k;
            } else if (!t.is(k, BETWEEN)) {
                return null;
            }
        }
        return null;
    }

    /** The speaker, the verb, the house: "tal como me concibió X", "меня задумала X", "hat mich X angelegt". */
    private @Nullable Reading meFirst(int e) {
        if (t.language().equals("en")) {
            return null;
        }
        int k = e - 1;
        while (t.is(k, HOUSE)) {
            k--;
        }
        boolean final_ = t.language().equals("de");
        int verb = final_ ? -1 : k;
        if (!final_ && !isVerb(verb)) {
            return null;
        }
        int me = final_ ? k : k - 1;
        while (t.is(me, Cue.AND) && isVerb(me - 1)) {
            me -= 2; // "меня придумали и воспитали"
        }
        boolean no = false;
        while (t.is(me, BETWEEN) && !t.is(me, Cue.SELF)) {
            no |= t.is(me, Cue.NEG);
            me--;
        }
        if (!t.is(me, Cue.SELF) || !t.has(me, Trait.OBJECT)) {
            return null;
        }
        int acts = final_ ? verbAfter(e) : verb;
        boolean tied = acts >= 0 && (!final_ || me == k);
        return tied && isDeed(acts, me, e)
                ? new Reading(Type.DEVELOPER, no || t.is(me - 1, Cue.NEG), me, acts, 0.8)
                : null;
    }

    /** The verb after k, over auxiliaries, and in German over all of the clause, whose participle stands last; or -1. */
    int verbAfter(int k) {
        int n = k + 1;
        boolean last = t.language().equals("de");
        int found = -1;
        while (n < t.size()
                && n < k + REACH
                && !t.is(n, Cue.COMMA | Cue.STOP | Cue.SEMICOLON | Cue.ENTITY | Cue.SELF)) {
            if (isVerb(n)) {
                found = n;
                if (!last) {
                    return found;
                }
            } else if (!last && !t.is(n, BETWEEN)) {
                return -1;
            }
            n++;
        }
        return found;
    }

    boolean isVerb(int k) {
        return t.is(k, Cue.WORD | Cue.DEV)
                && !t.is(
                        k,
                        Cue.CAPITAL
                                | Cue.PREP
                                | Cue.OF
                                | Cue.AGENT
                                | Cue.AI
                                | Cue.TECH
                                | Cue.LIFE
                                | Cue.OWN
                                | Cue.PLACE);
    }

    /** Whether what is done makes the speaker what it is: no deed done to people, nobody else about, and no gift or report. */
    private boolean isDeed(int verb, int me, int e) {
        if (t.has(verb, Trait.PERSONAL)
                || t.has(verb, Trait.TEACH)
                || t.has(verb, Trait.LICENCE)
                || t.is(verb, Cue.OPINION | Cue.SPEECH | Cue.COMPARE | Cue.HEED)) {
            return false;
        }
        int from = Math.min(Math.min(verb, me), e);
        for (int k = from - 1; k >= 0 && !t.is(k, Cue.COMMA | Cue.STOP | Cue.SEMICOLON | Cue.COLON); k--) {
            if (t.is(k, Cue.HYPO | Cue.SPEECH | Cue.PREP) && !t.is(k, Cue.COMPARE)) {
                return false;
            }
        }
        int last = Math.max(Math.max(verb, me), e);
        return isWhole(last + 1) && !speaksOfPeople();
    }

    /** Whether the clause may end here: no gift follows, and nothing that is told or taught. */
    private boolean isWhole(int next) {
        if (t.language().equals("en")) {
            return next >= t.size()
                    || t.is(
                            next,
                            Cue.COMMA
                                    | Cue.STOP
                                    | Cue.SEMICOLON
                                    | Cue.DASH
                                    | Cue.PREP
                                    | Cue.AS
                                    | Cue.AND
                                    | Cue.CONTRAST)
                    || t.has(next, Trait.PARTICLE);
        }
        return !t.is(next, Cue.DET | Cue.MY | Cue.ENTITY | Cue.CAPITAL | Cue.REL)
                && !(t.is(next, Cue.WORD) && t.is(next + 1, Cue.DET));
    }

    boolean speaksOfPeople() {
        for (int k = 0; k < t.size(); k++) {
            if (t.is(k, Cue.PERSON | Cue.LIFE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the pronoun stands before the verb, and never after it as in "X set me up". */
    boolean hasClitics() {
        return t.dropsPronoun() || t.language().equals("fr");
    }

    /** "I am an assistant that the people of X look after": the house, or its people, as the subject of a clause on what the speaker is. */
    private @Nullable Reading relative(int e) {
        int that = e - 1;
        boolean people = false;
        boolean verb = false;
        while (that > 0
                && e - that < REACH
                && (t.is(that, HOUSE) || isVerb(that) && people(that + 1, e) || t.is(that, Cue.AND) && verb)) {
            if (t.language().equals("de") && t.is(that - 1, Cue.COMMA) && t.is(that, Cue.DET)) {
                break;
            }
            people |= t.is(that, Cue.AGENT);
            verb |= isVerb(that);
            that--;
        }
        if (!isObjectPronoun(that, people)) {
            return null;
        }
        int head = that - 1;
        while (t.is(head, Cue.COMMA | Cue.OF | Cue.PREP | Cue.DET | Cue.UPON) && that - head < 4) {
            head--;
        }
        while (t.is(head, Cue.WORD) && !t.is(head, Cue.AI | Cue.PART) && that - head < 5) {
            head--;
        }
        int acts = verb ? that + 1 : t.is(phrases.next(e), Cue.AUX) ? phrases.next(e) + 1 : phrases.next(e);
        boolean done = verb || (t.is(acts, Cue.WORD | Cue.DEV | Cue.HOST) && !t.is(acts, Cue.COMPARE | Cue.ARCH));
        boolean personal = !t.is(acts, Cue.DEV)
                && (t.has(acts, Trait.PERSONAL) || t.has(acts, Trait.TEACH) || t.has(acts, Trait.USE));
        if (!t.is(head, Cue.AI | Cue.PART) || !done || personal) {
            return null;
        }
        subject.before(head);
        return subject.isSpeaker()
                ? new Reading(people ? Type.TEAM : Type.DEVELOPER, subject.isDenied(), subject.at(), acts, 0.8)
                : null;
    }

    private boolean people(int from, int to) {
        for (int k = from; k < to; k++) {
            if (t.is(k, Cue.AGENT)) {
                return true;
            }
        }
        return t.language().equals("ru");
    }

    /** Whether a relative pronoun is the object of its clause, by its form, by what stands before it, or since a house's people follow it. */
    private boolean isObjectPronoun(int that, boolean people) {
        String word = that < 0 ? "" : t.folded(that);
        return switch (t.language()) {
            case "en" -> t.is(that, Cue.REL);
            case "de" ->
                t.is(that, Cue.DET | Cue.REL)
                        && t.is(that - 1, Cue.COMMA)
                        && (people || word.equals("den") || word.equals("dem"));
            case "ru" ->
                t.is(that, Cue.REL) && word.startsWith("котор") && !word.endsWith("ый") && !word.endsWith("ая");
            case "fr" -> t.is(that, Cue.REL) && !word.equals("qui") || word.equals("qu");
            default -> t.is(that, Cue.REL) && (people || t.is(that - 1, Cue.OF | Cue.PREP | Cue.DET));
        };
    }
}
