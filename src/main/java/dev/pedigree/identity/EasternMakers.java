package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import org.jspecify.annotations.Nullable;

/** Frames in which the mention made the speaker: "由 X 开发", "X によって開発された", "X가 개발한". */
final class EasternMakers {
    private final Tokens t;
    private final EasternSubject who;
    private int scar = -1;

    EasternMakers(Tokens tokens, EasternSubject who) {
        this.t = tokens;
        this.who = who;
    }

    /** The product that the last mention read is said to be the maker of, or -1. */
    int product() {
        return scar;
    }

    /** "由 X 开发", "X によって開発された", "X가 개발한". */
    @Nullable
    Reading read(int e) {
        scar = -1;
        int dev = -1;
        boolean by = t.is(e - 1, Cue.BY);
        boolean base = false;
        boolean marked = by && !t.isVerbFinal(); // "由X的许多工程师和科学家开发"
        for (int k = e + 1; k < t.size() && k <= e + (marked ? 16 : 7); k++) {
            if (t.is(k, Cue.DEV)) {
                dev = k;
                break;
            }
            if (t.isVerbFinal() && t.is(k, Cue.ARCH)) {
                if (t.has(k, Trait.USE) && !t.holdsTechnology(e, k)) {
                    return null;
                }
                dev = k;
                base = true;
                break;
            }
            if (t.is(k, Cue.SAME)) {
                return null; // what both have in common is kinship
            }
            if (t.is(k, Cue.BY)) {
                by = true;
                continue;
            }
            if (t.all(k, Cue.ARCH | Cue.UPON) && !t.isVerbFinal()) {
                base = k <= e + 2;
                continue;
            }
            if (t.is(k, Cue.COMMA) && t.is(k + 1, Cue.ENTITY)) {
                continue;
            }
            if (!t.is(
                            k,
                            Cue.AGENT
                                    | Cue.AI
                                    | Cue.OF
                                    | EasternSubject.FILL
                                    | Cue.AND
                                    | Cue.ENTITY
                                    | Cue.OPEN
                                    | Cue.CLOSE
                                    | Cue.PART
                                    | Cue.TECH
                                    | Cue.COMPARE)
                    && !(t.is(k, Cue.WORD) && (marked || t.end(k) - t.start(k) <= 6))) {
                return null;
            }
        }
        if (dev < 0) {
            return null;
        }
        if (t.is(dev + 1, Cue.SELF) && t.folded(dev + 1).contains("\u8fd9\u6837")) {
            return null; // "X训练像我这样的模型" is no more than a likeness
        }
        if (t.is(dev + 1, Cue.SELF) && !t.is(dev + 2, Cue.BE | Cue.TOPIC)
                || t.is(dev + 1, Cue.WORD) && t.end(dev + 1) - t.start(dev + 1) == 1 && t.is(dev + 2, Cue.SELF)
                || t.isVerbFinal() && t.is(dev + 1, Cue.OF) && t.is(dev + 2, Cue.BY) && t.is(dev + 3, Cue.SELF)) {
            who.settle(dev + 1);
            who.deny(t.is(e + 1, Cue.NEG) || t.is(dev - 1, Cue.NEG) || who.endsDenied(dev));
            return who.reading(Type.DEVELOPER, dev);
        }
        if (t.is(dev + 1, Cue.ENTITY) && !by || t.is(dev + 2, Cue.ENTITY) && t.is(dev + 1, Cue.WORD) && !by) {
            int named = t.is(dev + 1, Cue.ENTITY) ? dev + 1 : dev + 2;
            boolean predicate = !t.isVerbFinal() || who.endsWithBe(named + 1);
            boolean own = predicate && who.find(e) && linked(e);
            return own && named > 0 ? who.reading(Type.DEVELOPER, dev) : null;
        }
        if (t.isVerbFinal() && t.is(dev + 1, Cue.ENTITY) && !isPredicate(dev + 2)) {
            return null; // "Xが開発したYについて": what was made is somebody else
        }
        boolean found = who.find(e);
        if (!found && who.at() < 0 && t.isVerbFinal() && who.isRole(dev)) {
            who.settle(dev);
            found = true;
            who.trust(0.7);
        }
        if (!found && !base && !who.isDenied() && !who.endsDenied(dev) && isAlone(e, dev)) {
            scar = otherSubject();
        }
        if (!found || !by && !linked(e)) {
            return null;
        }
        who.deny(who.endsDenied(dev));
        return who.reading(base ? Type.ARCHITECTURE : Type.DEVELOPER, dev);
    }

    /** The mention that the subject found last is, with the mark of a topic or a verb behind it; or -1. */
    private int otherSubject() {
        int k = t.is(who.at(), Cue.TOPIC) ? who.at() - 1 : who.at();
        boolean marked = t.is(k + 1, Cue.TOPIC | Cue.BE | Cue.BY) && !t.is(k + 1, Cue.NEG);
        return t.is(k, Cue.ENTITY) && marked ? k : -1;
    }

    private boolean isAlone(int e, int dev) {
        for (int k = e + 1; k < dev; k++) {
            if (t.is(k, Cue.ENTITY | Cue.COMMA)) {
                return false;
            }
        }
        return true;
    }

    /** Whether something between the speaker and the mention ties them: "is", "as", a mark of the maker or of the topic. */
    private boolean linked(int e) {
        if (t.isVerbFinal() || t.is(who.at(), Cue.MY)) {
            return true;
        }
        for (int k = who.at(); k < e; k++) {
            if (t.is(k, Cue.BE | Cue.BY | Cue.AS | Cue.TOPIC | Cue.NAMED)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands before this place is what the speaker is or is called. */
    private boolean isPredicate(int from) {
        int k = from;
        while (t.is(k, Cue.CLOSE | Cue.OPEN | Cue.QUOTE | Cue.OF | Cue.AI | Cue.ENTITY | Cue.ADV | Cue.PART)) {
            k++;
        }
        return k >= t.size() || t.is(k, Cue.BE | Cue.NEG | Cue.NAMED | Cue.AS | Cue.STOP | Cue.COMMA);
    }
}
