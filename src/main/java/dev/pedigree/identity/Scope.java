package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Modality;
import dev.pedigree.identity.IdentityClaim.Type;

/** Whether a claim is meant: asked, quoted, imagined, or one of a list. */
final class Scope {
    private Scope() {}

    static Modality of(Tokens t, int mention, Reading reading) {
        int subject = reading.subject() < 0 ? mention : reading.subject();
        if (isQuoted(t, Math.min(subject, mention), Math.max(subject, mention))) {
            return Modality.QUOTED;
        }
        if (t.isEastern() && isReportedInEast(t, subject, mention)) {
            return Modality.HYPOTHETICAL;
        }
        if (isReported(t, Math.min(subject, Math.min(mention, reading.cue() < 0 ? mention : reading.cue())))) {
            return Modality.HYPOTHETICAL;
        }
        if (isHypothetical(t, Math.min(subject, Math.min(mention, reading.cue())))) {
            return Modality.HYPOTHETICAL;
        }
        boolean rule = reading.type() == Type.POLICY; // "that would break X's rules" binds the speaker all the same
        if (!rule && t.language().equals("en") && isConditional(t, reading.subject(), mention)) {
            return Modality.HYPOTHETICAL;
        }
        if (isQuestion(t, mention)) {
            return Modality.QUESTION;
        }
        return vendorsInRow(t, mention) >= 3 ? Modality.LIST : Modality.REAL;
    }

    /** "I would be X". */
    private static boolean isConditional(Tokens t, int subject, int mention) {
        for (int k = Math.max(0, subject); subject >= 0 && k < mention; k++) {
            if (t.is(k, Cue.AUX) && t.folded(k).equals("would") && !t.is(k, Cue.COMMA)) {
                return true;
            }
            if (t.is(k, Cue.COMMA)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isQuestion(Tokens t, int mention) {
        int i = t.to() - 1;
        while (i >= t.from() && !isInk(t.text().charAt(i))) {
            i--;
        }
        if (i < t.from() || t.text().charAt(i) != '?' && t.text().charAt(i) != '\uff1f') {
            return false;
        }
        if (t.is(0, Cue.AUX | Cue.FINITE) && !t.is(0, Cue.SELF) && t.language().equals("en")) {
            return true; // "Did X make me, you ask?"
        }
        for (int n = mention + 1; n < t.size(); n++) {
            // "I am made by X, is there anything else?": the claim stands before the question
            int rest = t.isEastern() ? 1 : 3; // tokens of a question of its own
            boolean ends = t.is(n, Cue.COMMA | Cue.STOP | Cue.SEMICOLON | Cue.DASH | Cue.COLON) || t.isApart(n);
            if (ends && n + rest < t.size()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInk(char c) {
        return Letters.script(c) != Letters.NONE || c == '?' || c == '\uff1f' || c == '.' || c == '!' || c == '\u3002';
    }

    /** Inside quotation marks together with its subject, with other words outside them. */
    private static boolean isQuoted(Tokens t, int first, int last) {
        String text = t.text();
        int line = t.from();
        while (line > 0 && text.charAt(line - 1) != '\n') {
            line--;
        }
        if (isQuotedLine(text, line) || isDialogue(text, line, t.end(last), t.to()) || isAttributed(t, last)) {
            return true;
        }
        int depth = 0;
        int opened = -1;
        for (int i = line; i < t.start(first); i++) {
            int turn = turn(text, i, depth);
            if (turn > 0) {
                depth++;
                opened = i;
            } else if (turn < 0 && depth > 0) {
                depth--;
            }
        }
        if (depth == 0) {
            return false;
        }
        for (int i = t.start(first); i < t.end(last); i++) {
            if (turn(text, i, depth) < 0) {
                return false;
            }
        }
        int close = t.end(last);
        while (close < text.length() && text.charAt(close) != '\n' && turn(text, close, depth) >= 0) {
            close++;
        }
        int end = text.indexOf('\n', close);
        end = end < 0 ? text.length() : end;
        return hasLetter(text, line, opened) || hasLetter(text, Math.min(close + 1, end), end);
    }

    /** A line that begins with the mark of a quotation, where a line without it says something. */
    private static boolean isQuotedLine(String text, int line) {
        if (!isMarked(text, line)) {
            return false;
        }
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (!isMarked(text, from) && hasLetter(text, from, end)) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    /**
     * A line of dialogue that begins with a dash, where another dash leads to who says so: "—Soy X —dijo", "— Я X, — сказал". What stands after
     * the third dash is said again.
     */
    private static boolean isDialogue(String text, int line, int said, int to) {
        int first = line;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }
        if (first >= text.length() || !isLongDash(text.charAt(first))) {
            return false;
        }
        int dashes = 0;
        for (int i = first + 1; i < to; i++) {
            if (!isLongDash(text.charAt(i)) || i + 1 >= text.length()) {
                continue;
            }
            boolean attached = isLetter(text, i + 1) && text.charAt(i - 1) == ' ';
            boolean afterMark = i > 1 && text.charAt(i - 1) == ' ' && ",!?.\u2026".indexOf(text.charAt(i - 2)) >= 0;
            dashes += attached || afterMark ? 1 : 0;
        }
        return dashes > 0 && said > first;
    }

    /** "…, said the robot": a verb of saying before its subject, behind what is said. */
    private static boolean isAttributed(Tokens t, int last) {
        for (int k = last + 1; k + 1 < t.size() && !t.isEastern(); k++) {
            boolean inverted = t.is(k - 1, Cue.COMMA | Cue.DASH) && t.is(k, Cue.SPEECH) && !t.is(k, Cue.SELF);
            if (inverted && t.is(k + 1, Cue.DET | Cue.THIRD | Cue.CAPITAL | Cue.PERSON)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLongDash(char c) {
        return c == '\u2014' || c == '\u2015' || c == '\u2013';
    }

    private static boolean isMarked(String text, int line) {
        int i = line;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() && text.charAt(i) == '>';
    }

    /** Whether a line begins with a mark of quotation and the line before, but for blank ones, ends with a colon. */
    static boolean isAnnounced(String text, int at) {
        int line = at;
        while (line > 0 && text.charAt(line - 1) != '\n') {
            line--;
        }
        int i = line - 1;
        while (i >= 0 && text.charAt(i) <= ' ') {
            i--;
        }
        return line < text.length()
                && "\"\u201c\u201e\u00ab\u300c\u300e".indexOf(text.charAt(line)) >= 0
                && i >= 0
                && (text.charAt(i) == ':' || text.charAt(i) == '\uff1a');
    }

    private static boolean hasLetter(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            if (Letters.script(text.charAt(i)) != Letters.NONE) {
                letters++;
            }
        }
        return letters > 1;
    }

    /** 1 where a quotation opens, -1 where it closes, 0 elsewhere. */
    private static int turn(String text, int i, int depth) {
        switch (text.charAt(i)) {
            case '\u201c': // closes what „ opens
                return depth > 0 && i > 0 && text.charAt(i - 1) > ' ' && !isLetter(text, i + 1) ? -1 : 1;
            case '\u00ab',
                    '\u00bb': // French «…», German »…«: the mark opens where a letter follows and none comes before
                boolean opens = isLetter(text, i + 1) && !isLetter(text, i - 1);
                boolean french = text.charAt(i) == '\u00ab';
                return depth > 0 ? french && opens ? 1 : -1 : french || opens ? 1 : -1;
            case '\u201e', '\u300c', '\u300e':
                return 1;
            case '\u201d', '\u300d', '\u300f':
                return -1;
            case '"', '`':
                return depth > 0 ? -1 : 1;
            case '\'', '\u2018', '\u2019':
                boolean before = isLetter(text, i - 1);
                boolean after = isLetter(text, i + 1);
                return before == after ? 0 : after ? 1 : depth > 0 ? -1 : 0;
            default:
                return 0;
        }
    }

    private static boolean isLetter(String text, int i) {
        return i >= 0 && i < text.length() && Letters.script(text.charAt(i)) != Letters.NONE;
    }

    /** An "if" or "imagine" before the subject with no comma between. */
    private static boolean isHypothetical(Tokens t, int first) {
        for (int k = first - 1; k >= 0 && first - k < 12; k--) {
            if (t.is(k, Cue.HYPO)) {
                return true;
            }
            boolean clause =
                    t.is(k, Cue.COMMA) && !(t.is(k - 1, Cue.HYPO) && t.is(k + 1, Cue.REL)); // "представьте, что я X"
            if (clause || t.is(k, Cue.STOP | Cue.SEMICOLON | Cue.COLON | Cue.CONTRAST)) {
                return false;
            }
        }
        return false;
    }

    /** "有人以为我是X", "私がXだと思う人": an opinion right before the speaker, or at the end. */
    private static boolean isReportedInEast(Tokens t, int subject, int mention) {
        if (t.is(subject - 1, Cue.OPINION)) {
            int holder = subject - 2;
            while (t.is(holder, Cue.ADV | Cue.NEG | Cue.AUX)) {
                holder--;
            }
            return !t.is(holder, Cue.SELF | Cue.MY) && !t.is(subject - 2, Cue.ADV);
        }
        for (int k = Math.max(0, Math.min(subject, mention)); k < mention; k++) {
            if (t.is(k, Cue.HYPO)) {
                return true; // "I, if made by X"
            }
        }
        boolean verbFinal = !t.language().equals("zh");
        for (int k = mention + 1; k < t.size() && k < mention + 6; k++) {
            if (t.has(k, Trait.DOUBT) || verbFinal && t.is(k, Cue.HYPO)) {
                return true;
            }
            if (t.is(k, Cue.COMMA | Cue.STOP)) {
                return false;
            }
        }
        return false;
    }

    /** "I said that I am X, but that was a mistake". */
    private static boolean isRetracted(Tokens t, int first) {
        for (int k = first; k < t.size(); k++) {
            if (t.is(k, Cue.SEMICOLON)) {
                return false;
            }
            if (t.has(k, Trait.DOUBT)) {
                return true;
            }
        }
        return false;
    }

    /** What others think or say, and what the speaker doubts: "people think that I am X", "I can't confirm that", "mistaken for X". */
    private static boolean isReported(Tokens t, int first) {
        int verb = -1;
        boolean no = isRetracted(t, first);
        long verbs = no ? Cue.OPINION | Cue.SPEECH : Cue.OPINION; // "who told you I'm X was mistaken"
        for (int k = first; k >= 0 && first - k < 14; k--) {
            if (t.has(k, Trait.DOUBT)) {
                return true;
            }
            if (k < first && verb < 0 && t.is(k, verbs) && !t.is(k + 1, Cue.QUOTE)) {
                verb = k;
            }
            boolean clause = t.is(k, Cue.COMMA) && !t.is(k + 1, Cue.REL);
            if (t.is(k, Cue.STOP | Cue.SEMICOLON | Cue.COLON | Cue.CONTRAST | Cue.DASH) || clause) {
                return false;
            }
            if (verb < 0 && k < first && t.is(k, Cue.SELF | Cue.MY)) {
                return false;
            }
            no |= t.is(k, Cue.NEG);
            if (verb >= 0 && k < verb) {
                if (t.is(k, Cue.SELF | Cue.MY | Cue.WE)) {
                    return no;
                }
                if (t.is(k, Cue.EXPLETIVE | Cue.BE)) {
                    return no || t.is(k - 1, Cue.NEG);
                }
                if (t.is(k, Cue.THIRD | Cue.YOU | Cue.WORD | Cue.PERSON)) {
                    return true;
                }
            }
        }
        return verb >= 0 && (no || t.has(verb, Trait.THEY)); // "dicen que soy X"
    }

    private static int vendorsInRow(Tokens t, int mention) {
        int first = mention;
        while (t.is(first - 1, Cue.AND | Cue.COMMA) || t.is(first - 1, Cue.ENTITY)) {
            first--;
        }
        int count = 0;
        String last = "";
        for (int k = first; t.is(k, Cue.AND | Cue.COMMA | Cue.ENTITY | Cue.ADV); k++) {
            if (t.is(k, Cue.ENTITY) && !t.alias(k).entity().vendor().equals(last)) {
                last = t.alias(k).entity().vendor();
                count++;
            }
        }
        return count;
    }
}
