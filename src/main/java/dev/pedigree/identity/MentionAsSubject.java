package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/** Claims that follow the mention: "X created me", "X is my maker", "X's policy binds me". */
final class MentionAsSubject {
    private final Tokens t;
    private final Phrases phrases;
    private final Subject subject;

    MentionAsSubject(Tokens tokens, Phrases phrases, Subject subject) {
        this.t = tokens;
        this.phrases = phrases;
        this.subject = subject;
    }

    /** The mention as subject: "X created me", "X is my maker", "X, the company behind me", "X to refer to me". */
    @Nullable
    Reading right(int e) {
        int n = phrases.next(e);
        if (t.is(e - 1, Cue.PERSON)
                || t.alias(e).entity().homograph() && t.is(e - 1, Cue.WORD) && t.is(e - 2, Cue.MY)) {
            return null;
        }
        if (t.is(n, Cue.POSSESSIVE)) {
            return people(n + 1);
        }
        boolean object = t.language().equals("de") && t.is(e - 1, Cue.AUX) && t.is(e - 2, Cue.SELF);
        if (object && t.folded(e - 2).equals("mich") && t.is(n, Cue.DEV)) {
            return new Reading(Type.DEVELOPER, false, e - 2, n, 0.95);
        }
        if (isHere(e, n)) {
            return new Reading(Type.NAME, false, n, n, 0.9);
        }
        Reading apposed = apposed(e, n);
        if (apposed != null) {
            return apposed;
        }
        int that = relative(e);
        if (t.is(n, Cue.DEV) && that >= 0) {
            subject.before(that);
            return subject.isSpeaker()
                    ? new Reading(Type.DEVELOPER, subject.isDenied(), subject.at(), n, subject.confidence())
                    : null;
        }
        Reading me = object(e, n);
        if (me != null) {
            return me;
        }
        boolean no = isNobody(e);
        int owned = -9;
        int dev = -1;
        for (int k = n; k < t.size() && k < e + 26; k++) {
            if (t.is(k, Cue.NEG) && t.is(k + 1, Cue.ENTITY)) {
                k++; // "X, not Y, made me"
                continue;
            }
            if (t.is(k, Cue.NEG)) {
                no = true;
            }
            if (t.is(k, Cue.NAMED) && t.is(k, Cue.SELF) && k < e + 6) {
                return new Reading(Type.NAME, no, k, k, 0.9);
            }
            if (t.is(k, Cue.CONTRAST | Cue.SEMICOLON | Cue.STOP)) {
                return null;
            }
            if (t.is(k, Cue.DEV | Cue.BEHIND)) {
                dev = k;
            }
            boolean insertion = t.is(k, Cue.COMMA | Cue.OPEN | Cue.DASH | Cue.COLON) && !t.is(k + 1, Cue.AND);
            if (t.all(k, Cue.BE | Cue.FINITE) || insertion) {
                owned = k;
            }
            if (t.is(k, Cue.MY | Cue.NAME)) {
                return ownedBy(e, k, k - owned <= 2, dev, no);
            }
            if (t.is(k, Cue.THISAI)) {
                boolean made = t.is(k, Cue.BEHIND) || dev >= 0 && k - dev <= 3;
                return made ? new Reading(Type.DEVELOPER, no, k, k, 0.7) : null;
            }
            if (t.is(k, Cue.SELF) && t.is(k - 1, Cue.COMMA) && t.is(e - 1, Cue.PREP)) {
                return null; // "I have nothing to do with X, they trained me elsewhere"
            }
            if (t.is(k, Cue.SELF)) {
                return t.is(k, Cue.BE) ? relative(k, no) : madeMe(k, dev, no);
            }
            if (t.is(k, Cue.YOU) || t.is(k, Cue.ENTITY) && !t.is(k - 1, Cue.AND | Cue.OPEN | Cue.COMMA)) {
                return null;
            }
        }
        return null;
    }

    /** "X, that is, me", "a model that X built, i.e. me": the speaker in apposition, at the end of its clause. */
    private @Nullable Reading apposed(int e, int n) {
        boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        int k = n;
        while (k < n + 5 && t.is(k, Cue.DEV | Cue.ADV | Cue.WORD | Cue.AUX) && !t.has(k, Trait.NAMELY)) {
            k++;
        }
        boolean made = vendor && t.is(n, Cue.DEV);
        if (!t.is(k, Cue.COMMA | Cue.OPEN | Cue.DASH)
                || !t.has(k + 1, Trait.NAMELY)
                || vendor && !made
                || !vendor && k > n) {
            return null;
        }
        int me = t.is(k + 2, Cue.COMMA) ? k + 3 : k + 2;
        boolean ends = me + 1 >= t.size() || t.is(me + 1, Cue.STOP | Cue.COMMA | Cue.CLOSE);
        return t.is(me, Cue.SELF) && !t.is(me, Cue.BE) && ends
                ? new Reading(vendor ? Type.DEVELOPER : Type.NAME, t.is(e - 1, Cue.NEG), me, k + 1, 0.9)
                : null;
    }

    /** The pronoun of a relative clause about a model, with the mention for its subject, or -1: "a model that X trained", "ein Modell, das X trainiert hat". */
    private int relative(int e) {
        boolean german = t.language().equals("de") && t.is(e - 1, Cue.DET) && t.is(e - 2, Cue.COMMA);
        if (german && t.is(e - 3, Cue.AI | Cue.PART)) {
            return e - 2;
        }
        int that = t.is(e - 1, Cue.DET) ? e - 2 : e - 1;
        return t.is(that, Cue.REL) && t.is(that - 1, Cue.AI | Cue.PART) ? that : -1;
    }

    /** "Not X", "no one at X", "no engineer of X". */
    private boolean isNobody(int e) {
        if (t.is(e - 1, Cue.NEG)) {
            return true;
        }
        boolean second = t.is(e - 1, Cue.AND | Cue.ADV) && t.is(e - 2, Cue.ENTITY);
        if (second && t.is(e - 3, Cue.NEG)) {
            return true; // "neither X nor Y", "weder X noch Y"
        }
        int k = e - 1;
        while (t.is(k, Cue.OF | Cue.DET | Cue.PREP)) {
            k--;
        }
        return k < e - 1 && (t.is(k, Cue.NEG) || t.is(k, Cue.WORD | Cue.AGENT | Cue.PERSON) && t.is(k - 1, Cue.NEG));
    }

    /** "X's team trained me". */
    private @Nullable Reading people(int from) {
        int n = from;
        while (t.is(n, Cue.WORD | Cue.ADV | Cue.AI) && n < from + 3) {
            n++;
        }
        if (!t.is(n, Cue.AGENT)) {
            return null;
        }
        n++;
        boolean no = false;
        for (int words = 0;
                t.is(n, Cue.AUX | Cue.ADV | Cue.NEG | Cue.WORD) && !t.is(n, Cue.DEV) && words < 4;
                words++) {
            no |= t.is(n, Cue.NEG);
            n++;
        }
        if (t.all(n, Cue.DEV | Cue.SELF)) {
            return new Reading(Type.TEAM, no, n, n, 0.9);
        }
        boolean made = t.is(n, Cue.DEV) && t.is(n + 1, Cue.SELF) && !t.is(n + 1, Cue.BE);
        return made && !t.has(n + 1, Trait.SUBJECT) ? new Reading(Type.TEAM, no, n + 1, n, 0.9) : null;
    }

    /** "X here, at your service", "this is X speaking": a product that opens the sentence or a greeting's rest. */
    private boolean isHere(int e, int n) {
        int here = t.is(n, Cue.COMMA) ? n + 1 : n; // "X, at your service"
        if (!t.has(here, Trait.HERE) || t.alias(e).entity().kind() == Lexicon.Kind.VENDOR) {
            return false;
        }
        int after = here + 1;
        while (t.has(after, Trait.HERE)) {
            after++;
        }
        int before = e - 1;
        while (t.is(before, Cue.QUOTE | Cue.DET | Cue.EXPLETIVE | Cue.BE)) {
            before--;
        }
        boolean opens = before < 0 || t.is(before, Cue.COMMA | Cue.STOP | Cue.DASH | Cue.COLON);
        return opens
                && (after >= t.size()
                        || t.is(
                                after,
                                Cue.COMMA | Cue.STOP | Cue.DASH | Cue.COLON | Cue.SEMICOLON | Cue.AND | Cue.CONTRAST));
    }

    /** The pronoun between: "X me creó", "X qui m'a créé", "mich X nennen". */
    private @Nullable Reading object(int e, int n) {
        int k = n;
        boolean no = isNobody(e);
        while (t.is(k, Cue.REL | Cue.NEG | Cue.AUX | Cue.ADV)) {
            no |= t.is(k, Cue.NEG);
            k++;
        }
        if (t.is(k, Cue.NAMED) && t.is(e - 1, Cue.SELF)) {
            return new Reading(Type.NAME, no, e - 1, k, 0.95);
        }
        if (!t.is(k, Cue.SELF) || t.is(k, Cue.BE)) {
            return null;
        }
        int verb = k + 1;
        while (t.is(verb, Cue.AUX | Cue.ADV | Cue.NEG)) {
            no |= t.is(verb, Cue.NEG);
            verb++;
        }
        if (t.language().equals("de") && t.is(n, Cue.AUX)) {
            while (verb < e + 16
                    && !t.is(
                            verb,
                            Cue.DEV | Cue.STOP | Cue.COMMA | Cue.SEMICOLON | Cue.CONTRAST | Cue.ENTITY | Cue.SELF)) {
                no |= t.is(verb, Cue.NEG);
                verb++; // the participle stands last: "X hat mich mit vielen Texten trainiert"
            }
        }
        boolean finite = t.is(verb, Cue.DEV) && !t.language().equals("en");
        return finite ? new Reading(Type.DEVELOPER, no, k, verb, 0.95) : null;
    }

    private @Nullable Reading madeMe(int k, int dev, boolean no) {
        boolean subjectForm = t.is(k, Cue.ARCH | Cue.AUX) || t.has(k, Trait.SUBJECT);
        if (subjectForm) {
            return null;
        }
        int verb = k + 1;
        while (t.is(verb, Cue.AUX | Cue.ADV | Cue.NEG | Cue.BE)) {
            no |= t.is(verb, Cue.NEG);
            verb++;
        }
        boolean object = !t.language().equals("en") && !t.is(k, Cue.BE) && !t.is(verb + 1, Cue.BY);
        if (object && t.is(verb, Cue.DEV)) {
            return new Reading(Type.DEVELOPER, no, k, verb, 0.95);
        }
        int reach = dev >= 0 && t.is(dev, Cue.BEHIND) ? 9 : 4;
        return dev >= 0 && k - dev <= reach && !t.is(dev + 1, Cue.BY)
                ? new Reading(Type.DEVELOPER, no, k, dev, 0.95)
                : null;
    }

    /** "X, which I am based on", "X and I am glad that they made me". */
    private @Nullable Reading relative(int k, boolean no) {
        boolean ends = k + 2 >= t.size() || t.is(k + 2, Cue.COMMA | Cue.CLOSE | Cue.STOP);
        if (t.is(k + 1, Cue.ARCH) && ends) {
            return new Reading(Type.ARCHITECTURE, no, k, k + 1, 0.9);
        }
        for (int n = k + 1; n + 2 < t.size() && n < k + 8; n++) {
            if (t.is(n, Cue.THIRD) && t.is(n + 1, Cue.DEV) && t.is(n + 2, Cue.SELF) && !t.is(n + 2, Cue.BE)) {
                return new Reading(Type.DEVELOPER, no, n + 2, n + 1, 0.8);
            }
        }
        return null;
    }

    private @Nullable Reading ownedBy(int e, int k, boolean near, int dev, boolean no) {
        if (t.is(k, Cue.NAME)) {
            return near ? new Reading(Type.NAME, no, k, k, 0.9) : null;
        }
        boolean maker = near && (t.is(k + 1, Cue.AGENT | Cue.NAME) || t.is(k + 2, Cue.AGENT) && k - e < 8);
        boolean charge = dev >= 0 && t.is(dev, Cue.BEHIND) && k - dev <= 4;
        boolean direct = isMaking(k - 1)
                        && (t.is(k + 1, Cue.TECH | Cue.AI | Cue.DEV | Cue.OWN)
                                || t.is(k + 2, Cue.TECH | Cue.AI | Cue.OWN))
                || t.is(k - 1, Cue.OF) && t.is(k - 2, Cue.AGENT);
        return maker || charge || direct && !isThing(e, k) ? new Reading(Type.DEVELOPER, no, k, k, 0.9) : null;
    }

    /** "X's services, which improve my answers": a thing of the house and not the house. */
    private boolean isThing(int e, int k) {
        int noun = phrases.next(e);
        for (int n = noun; n < k; n++) {
            if (t.is(n, Cue.REL)) {
                return t.is(noun, Cue.WORD) && !t.is(noun, Cue.AGENT | Cue.CAPITAL);
            }
        }
        return false;
    }

    /** "Improve", "train and refine": the last of some verbs of making. */
    private boolean isMaking(int k) {
        return t.is(k, Cue.DEV) || t.is(k, Cue.WORD) && t.is(k - 1, Cue.AND) && t.is(k - 2, Cue.DEV);
    }

    /** "I must follow X's policy", "it breaks X's rules": the speaker bound by them. */
    @Nullable
    Reading policy(int e) {
        int n = phrases.next(e);
        if (t.is(n, Cue.POSSESSIVE)) {
            n++;
        }
        int limit = n + 4;
        while (n < limit && t.is(n, Cue.WORD | Cue.ADV | Cue.AND)) {
            n++;
        }
        if (!t.is(n, Cue.POLICY)) {
            return null;
        }
        int g = e - 1;
        while (t.is(g, Cue.DET | Cue.ADV | Cue.QUOTE | Cue.SAME)) {
            g--;
        }
        boolean heeded = t.is(n, Cue.HEED);
        for (int k = g; k >= 0; k--) {
            heeded |= t.is(k, Cue.HEED | Cue.ARCH | Cue.BY | Cue.BEHIND);
            if (t.all(k, Cue.SELF | Cue.BE) && t.is(k + 1, Cue.NEG)) {
                return null; // "I am not bound by X's rules"
            }
            if (t.is(k, Cue.SELF | Cue.MY)) {
                return heeded ? new Reading(Type.POLICY, false, k, n, 0.8) : null;
            }
            if (t.is(k, Cue.YOU | Cue.THIRD) && !t.is(k, Cue.AUX) && k < g - 2 || t.is(k, Cue.ENTITY)) {
                return null;
            }
        }
        return null;
    }
}
