package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/**
 * Answers without a subject: a fact about somebody's house as the answer to a question about the speaker's own, or about "your" house in
 * the speaker's mouth.
 */
final class ImplicitAnswer {
    private static final long BEFORE = Cue.ADV
            | Cue.DET
            | Cue.OF
            | Cue.BY
            | Cue.PREP
            | Cue.AGENT
            | Cue.BE
            | Cue.EXPLETIVE
            | Cue.QUOTE
            | Cue.COMMA
            | Cue.STOP
            | Cue.AUX
            | Cue.DEV
            | Cue.UPON
            | Cue.COLON
            | Cue.DASH
            | Cue.NAMED;

    private static final long AFTER = Cue.ADV
            | Cue.AGENT
            | Cue.QUOTE
            | Cue.STOP
            | Cue.COMMA
            | Cue.DEV
            | Cue.BE
            | Cue.TOPIC
            | Cue.AUX
            | Cue.BY
            | Cue.CLOSE
            | Cue.OPEN
            | Cue.PREP
            | Cue.DET
            | Cue.OF
            | Cue.BELONG
            | Cue.WORK;

    private static final long TOLD = Cue.PERSON | Cue.LIFE | Cue.SPEECH | Cue.OPINION;

    private static final int SENTENCE = 24; // tokens of a sentence that answers with one house among other words

    private static final int SHORT = 10; // tokens of an answer that is no more than the name

    private static final int LEAD = 6; // tokens before such a comma

    private ImplicitAnswer() {}

    /** What the only house or model of a sentence says that answers a question for the speaker's, whatever else it says; or null. */
    static @Nullable Reading congruent(Tokens t, int e) {
        if (t.size() > SENTENCE
                || isAsked(t)
                || t.alias(e).entity().homograph()
                || hasOther(t, 0, t.alias(e).entity().vendor())) {
            return null;
        }
        for (int k = 0; k < t.size(); k++) {
            boolean told = t.is(k, TOLD) && !t.is(k, Cue.POLICY | Cue.AGENT | Cue.DET | Cue.KIN);
            boolean other =
                    t.is(k, Cue.THIRD) && k < e && !t.is(k, Cue.DET | Cue.EXPLETIVE) && !t.has(k, Trait.POINTING);
            boolean compared = t.is(k, Cue.COMPARE) && Math.abs(k - e) < 3;
            boolean acts = k < e
                    && t.is(k, Cue.SELF)
                    && !t.is(k, Cue.BE)
                    && t.has(k, Trait.SUBJECT)
                    && !t.is(k + 1, Cue.BE | Cue.AUX);
            if (told || other || compared || acts) {
                return null;
            }
        }
        return new Reading(Type.IMPLICIT, false, -1, e, 0.5);
    }

    /** What the mention at token e says by being the answer, or null. Only for prompts that ask, and sentences that open the answer. */
    static @Nullable Reading read(Tokens t, int e, boolean opens) {
        if (opens && isFragment(t, e)) {
            return new Reading(Type.IMPLICIT, false, -1, e, 0.7);
        }
        if (isPresented(t, e)) {
            return new Reading(Type.NAME, false, -1, e, 0.7);
        }
        if (opens && isOffered(t, e)) {
            return new Reading(Type.IMPLICIT, false, -1, e, 0.6);
        }
        if (opens && isEmployed(t, e)) {
            return new Reading(Type.PARENT, false, 0, e, 0.7);
        }
        for (int k = 0; k < e; k++) {
            if (t.is(k, Cue.SELF | Cue.MY | Cue.WE | Cue.OUR | Cue.HYPO | Cue.NEG | Cue.COMPARE | Cue.THIRD)) {
                return null;
            }
        }
        if (isMirror(t, e)) {
            return new Reading(Type.IMPLICIT, false, -1, e, 0.5);
        }
        return opens && (isTopic(t, e) || isMade(t, e)) ? new Reading(Type.IMPLICIT, false, -1, e, 0.6) : null;
    }

    /** "I work for X": of a person this says little, of one who is asked whose it is it says whose. */
    private static boolean isEmployed(Tokens t, int e) {
        boolean work = false;
        for (int k = 1; k < e; k++) {
            work |= t.is(k, Cue.WORK);
            if (!t.is(k, Cue.WORK | Cue.AUX | Cue.ADV | Cue.PREP | Cue.OF | Cue.DET | Cue.AGENT)) {
                return false;
            }
        }
        return work && t.is(0, Cue.SELF);
    }

    /** "X will do.", "Feel free to go with X.": a short answer with one product, that says nothing about it. */
    private static boolean isOffered(Tokens t, int e) {
        if (t.alias(e).entity().kind() == Lexicon.Kind.VENDOR || t.size() > SHORT || isAsked(t)) {
            return false;
        }
        boolean addressed = t.is(e - 1, Cue.COMMA);
        if (addressed
                || t.is(e + 1, Cue.BE | Cue.POSSESSIVE | Cue.AI)
                || hasOther(t, 0, t.alias(e).entity().vendor())) {
            return false;
        }
        for (int k = 0; k < t.size(); k++) {
            if (t.is(k, Cue.COMPARE | Cue.HYPO | Cue.THIRD | Cue.DEV | Cue.SPEECH | Cue.PERSON | Cue.LIFE | Cue.AS)) {
                return false;
            }
        }
        return true;
    }

    /** "…, officially it's X, but": a product after an "it is" that stands for the name asked for. */
    private static boolean isPresented(Tokens t, int e) {
        int be = e - 1;
        while (t.is(be, Cue.DET | Cue.ADV | Cue.QUOTE)) {
            be--;
        }
        boolean ends = e + 1 >= t.size() || t.is(e + 1, Cue.COMMA | Cue.STOP | Cue.DASH | Cue.OPEN);
        if (t.alias(e).entity().kind() == Lexicon.Kind.VENDOR || !t.is(be, Cue.EXPLETIVE) || !ends || isAsked(t)) {
            return false;
        }
        for (int k = 0; k < be; k++) {
            if (t.is(k, Cue.SELF | Cue.ENTITY | Cue.NEG | Cue.THIRD | Cue.HYPO | Cue.COMPARE | Cue.SPEECH)) {
                return false;
            }
        }
        return true;
    }

    /** "X.", "That was X.", "The company X, of course.": an answer that holds the mention and little else. */
    private static boolean isFragment(Tokens t, int e) {
        String vendor = t.alias(e).entity().vendor();
        int lead = e + 1 >= t.size() || t.is(e + 1, Cue.STOP) && e + 2 >= t.size() ? afterLead(t) : 0;
        for (int k = Math.max(hedge(t), lead); k < t.size(); k++) {
            if (t.is(k, Cue.ENTITY)) {
                if (!t.alias(k).entity().vendor().equals(vendor)) {
                    return false;
                }
                continue;
            }
            if (k > e && t.is(k, Cue.COMMA | Cue.DASH) && k < e + 4) {
                return k <= 9 && !isAsked(t) && !hasOther(t, k, vendor);
            }
            boolean pronoun = t.is(k, Cue.THIRD | Cue.EXPLETIVE | Cue.REL) && k <= 1;
            if (!t.is(k, k < e ? BEFORE : AFTER) && !pronoun) {
                return false;
            }
        }
        return t.size() <= 9 && !isAsked(t);
    }

    /** Where the answer begins after a few words that say nobody does anything: "in the end, ", "说到底，". */
    private static int afterLead(Tokens t) {
        for (int k = 0; k < LEAD; k++) {
            if (t.is(k, Cue.COMMA | Cue.COLON) && k > 0) {
                return !t.isEastern() || t.is(k + 1, Cue.BE)
                        ? k + 1
                        : 0; // words without blanks are as long as a clause
            }
            boolean plain = t.is(k, Cue.WORD | Cue.ADV | Cue.PREP | Cue.DET | Cue.OF)
                    && !t.is(k, Cue.SELF | Cue.LIFE | Cue.DEV);
            if (!plain || t.has(k, Trait.GREETING)) {
                return 0;
            }
        }
        return 0;
    }

    /** Where the answer begins after "I think", "me parece que". */
    private static int hedge(Tokens t) {
        for (int k = 0; k < 3; k++) {
            if (t.is(k, Cue.OPINION) && !t.has(k, Trait.DOUBT)) {
                return t.is(k + 1, Cue.REL | Cue.COMPARE | Cue.COMMA) ? k + 2 : k + 1;
            }
            if (!t.is(k, Cue.SELF) || t.is(k, Cue.BE)) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean hasOther(Tokens t, int from, String vendor) {
        for (int k = from; k < t.size(); k++) {
            boolean yours =
                    t.is(k, Cue.YOU) && t.is(k + 1, Cue.AGENT | Cue.TECH | Cue.PLACE | Cue.NAME | Cue.AI | Cue.BE);
            if (yours
                    || t.is(k, Cue.NEG)
                    || t.is(k, Cue.ENTITY) && !t.alias(k).entity().vendor().equals(vendor)) {
                return true;
            }
        }
        return false;
    }

    static boolean isAsked(Tokens t) {
        for (int i = t.to() - 1; i >= t.from() && Letters.script(t.text().charAt(i)) == Letters.NONE; i--) {
            if (t.text().charAt(i) == '?' || t.text().charAt(i) == '\uff1f') {
                return true;
            }
        }
        return false;
    }

    /** "Your company is X", "您的技术由X提供". */
    private static boolean isMirror(Tokens t, int e) {
        boolean your = false;
        boolean house = false;
        for (int k = Math.max(0, e - 12); k < e; k++) {
            if (t.is(k, Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST)) {
                your = false;
                house = false;
            }
            your |= t.is(k, Cue.YOU);
            house |= your && t.is(k, Cue.AGENT | Cue.TECH | Cue.PLACE);
            if (t.is(k, Cue.ENTITY)) {
                return false;
            }
        }
        return house;
    }

    /** "X is located in", "the headquarters of X is", "X的总部位于". */
    private static boolean isTopic(Tokens t, int e) {
        int first = 0;
        while (t.is(first, Cue.DET | Cue.ADV | Cue.QUOTE | Cue.COMMA | Cue.OPEN | Cue.CLOSE)) {
            first++;
        }
        boolean subject = e == first;
        if (!subject) {
            for (int k = first; k < e; k++) {
                if (t.is(k, Cue.FINITE | Cue.STOP | Cue.COMMA | Cue.YOU | Cue.ENTITY)) {
                    return false;
                }
                subject |= t.is(k, Cue.PLACE | Cue.AGENT | Cue.TECH | Cue.DEV);
            }
        }
        if (!subject) {
            return false;
        }
        int next = e + 1;
        if (t.is(next, Cue.POSSESSIVE | Cue.OF)) {
            next++;
        }
        if (t.is(next, Cue.POLICY) || t.is(next + 1, Cue.POLICY) || t.is(next, Cue.COLON)) {
            return false;
        }
        for (int k = e + 1; k < t.size() && k < e + 16; k++) {
            if (t.is(k, Cue.BE | Cue.PLACE | Cue.DEV | Cue.BY)) {
                return true;
            }
        }
        return false;
    }

    /** "Developed by X." and "由X开发。" */
    private static boolean isMade(Tokens t, int e) {
        boolean dev = false;
        for (int k = Math.max(0, e - 5); k < e; k++) {
            if (t.is(k, Cue.FINITE | Cue.ENTITY | Cue.YOU)) {
                return false;
            }
            dev |= t.is(k, Cue.DEV);
        }
        return e <= 4 && (dev || t.is(e - 1, Cue.BY) && (t.is(e + 1, Cue.DEV) || t.is(e + 2, Cue.DEV)));
    }
}
