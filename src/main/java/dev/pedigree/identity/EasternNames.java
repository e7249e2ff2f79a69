package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Frames in which the mention is the speaker, or the speaker's own maker, technology or place: "我是X", "私の開発者はX", "X是我的母公司". */
final class EasternNames {
    private final Tokens t;
    private final BooleanSupplier asked; // whether a sentence without a subject may be an answer about the speaker
    private final EasternSubject who;
    private final VerbFinalNames last;

    EasternNames(Tokens tokens, EasternSubject who, BooleanSupplier asked) {
        this.t = tokens;
        this.who = who;
        this.asked = asked;
        this.last = new VerbFinalNames(tokens, who, asked);
    }

    @Nullable
    Reading read(int e) {
        boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        int right = e + 1;
        while (t.is(right, EasternSubject.FILL | Cue.CLOSE)) {
            right++;
        }
        if (t.isVerbFinal() && t.is(right, Cue.BY | Cue.TOPIC) && t.is(right + 1, Cue.NEG)) {
            right++;
        }
        if (t.isVerbFinal() && t.is(e - 1, Cue.SELF)) {
            right = afterInsertion(right);
        }
        if (t.isVerbFinal()) {
            Reading found = last.read(e, right, vendor);
            if (found != null) {
                return found;
            }
        }
        int g = back(e - 1);
        if (g < 0) {
            return null;
        }
        if (t.isVerbFinal() && isAttribute(g) && t.is(g - 1, Cue.AGENT | Cue.TECH) && !isPartner(right)) {
            return who.hasOwner(g - 1) ? who.reading(own(t, g - 1), g) : null; // "私の開発者であるX"
        }
        if (t.has(g, Trait.INTRO)) {
            int after = t.is(right, Cue.AI) ? right + 1 : right;
            who.settle(g);
            return t.has(after, Trait.HERE) ? who.reading(Type.NAME, g) : null;
        }
        if (t.all(g, Cue.NAMED | Cue.SELF)) {
            who.settle(g);
            who.deny(t.is(g - 1, Cue.NEG));
            return who.reading(Type.NAME, g);
        }
        if (t.is(g, Cue.NAMED)) {
            return who.find(g) ? who.reading(Type.NAME, g) : null;
        }
        if (t.is(g, Cue.BE) && !t.isVerbFinal()) {
            who.deny(t.is(g, Cue.NEG));
            int own = g - 1;
            while (t.is(own, EasternSubject.FILL | Cue.BOTH)) {
                own--;
            }
            if (isPartner(right)) {
                return null;
            }
            if (t.is(own, Cue.AGENT | Cue.TECH | Cue.PLACE | Cue.AI)
                    || t.is(own, Cue.BEHIND) && t.is(own - 1, Cue.SELF)
                    || t.is(own, Cue.OWN | Cue.DEV | Cue.BELONG) && t.is(own - 1, Cue.MY)) {
                return who.hasOwner(own) ? who.reading(own(t, own), g) : null;
            }
            if (!who.find(g)) {
                return null;
            }
            if (t.is(who.at(), Cue.MY) && t.is(who.at() + 1, Cue.BE)) {
                return who.reading(t.folded(who.at()).contains("母") ? Type.PARENT : Type.DEVELOPER, g);
            }
            boolean whose = right + 1 >= t.size() || t.is(right + 1, Cue.STOP | Cue.COMMA);
            if (vendor && t.is(right, Cue.OF) && t.folded(g).endsWith("是") && !whose && !isProduct(right + 1)) {
                return null; // "a fan of X"
            }
            return who.reading(vendor && vendorIsMaker(g, right) ? Type.DEVELOPER : Type.NAME, g);
        }
        if (t.is(g, Cue.ARCH) && !t.isVerbFinal()) {
            boolean ends = right >= t.size()
                    || t.is(right, Cue.STOP | Cue.COMMA | Cue.TECH | Cue.AI | Cue.ARCH | Cue.OF | Cue.PART | Cue.DEV);
            boolean tool = t.has(g, Trait.USE) && !(ends && t.holdsTechnology(e, right + 1));
            return !tool && who.find(g) && !t.is(right, Cue.POLICY) ? who.reading(Type.ARCHITECTURE, g) : null;
        }
        if (t.is(g, Cue.AS)) {
            return as(e, g, vendor);
        }
        if (t.is(g, Cue.AGENT | Cue.TECH)
                || t.is(g, Cue.COMMA | Cue.OPEN | Cue.DASH | Cue.COLON)
                        && t.is(g - 1, Cue.AGENT | Cue.TECH | Cue.SELF)) {
            int own = t.is(g, Cue.AGENT | Cue.TECH) ? g : g - 1;
            if (isPartner(right) || endsInTopic(own) && !isWorkplace(right)) {
                return null;
            }
            if (t.is(own, Cue.SELF)) {
                who.settle(own);
                return who.reading(Type.NAME, g);
            }
            return who.hasOwner(own) ? who.reading(own(t, own), own) : null;
        }
        if (t.is(g, Cue.COLON) && g == 1 && t.is(0, Cue.NAME) && asked.getAsBoolean()) {
            who.settle(0); // "名称：X" in a list of what was asked for
            return who.reading(Type.NAME, g);
        }
        if (t.is(g, Cue.MY)) {
            who.settle(g);
            return t.is(right, Cue.COMPARE | Cue.WORD) ? null : who.reading(Type.DEVELOPER, g);
        }
        if (t.is(g, Cue.SELF) && t.is(g, Cue.BE)) {
            who.settle(g);
            return who.reading(Type.NAME, g);
        }
        return null;
    }

    /** The "is" at the end after words between, as in "저는 X, trained by Y, 입니다"; the same place where there is none. */
    private int afterInsertion(int comma) {
        int k = comma;
        while (t.is(k, Cue.COMMA | Cue.WORD | Cue.ENTITY | Cue.STOP) && k < t.size()) {
            k++;
        }
        return t.is(comma, Cue.COMMA) && t.is(k, Cue.BE) ? k : comma;
    }

    /** The copula before a noun: "である", "인". */
    private boolean isAttribute(int k) {
        return t.folded(Math.max(0, k)).equals("\u3067\u3042\u308b")
                || t.folded(Math.max(0, k)).equals("\uc778");
    }

    /** Whether a Korean or Japanese noun holds the mark of a topic, after which no apposition follows. */
    private boolean endsInTopic(int k) {
        String word = t.folded(k);
        return t.isVerbFinal() && (word.endsWith("\ub294") || word.endsWith("\uc740") || word.endsWith("\u306f"));
    }

    private boolean isWorkplace(int right) {
        return t.is(right + 1, Cue.WORK | Cue.BELONG | Cue.BE);
    }

    /** "X's partner", "X's customer". */
    private boolean isPartner(int right) {
        return t.is(right, Cue.OF) && t.is(right + 1, Cue.LIFE | Cue.PERSON) && !t.is(right + 1, Cue.AGENT);
    }

    private boolean vendorIsMaker(int g, int right) {
        return t.is(right, Cue.OF | Cue.AI | Cue.PART | Cue.AGENT)
                || !t.folded(g).endsWith("是");
    }

    /** Whether what is somebody's, from here to the next comma, is a model and not a person. */
    private boolean isProduct(int from) {
        for (int k = from; k < from + 6 && k < t.size() && !t.is(k, Cue.COMMA | Cue.STOP); k++) {
            if (t.is(k, Cue.LIFE | Cue.PERSON) && !t.is(k, Cue.AGENT)) {
                return false;
            }
            if (t.is(k, Cue.AI | Cue.PART | Cue.TECH | Cue.ENTITY)) {
                return true;
            }
        }
        return false;
    }

    /** The "is" before an attribute that ends at k, in Chinese before a model's name; k where there is none. */
    private int attribute(int k) {
        boolean product = !t.isVerbFinal()
                && t.is(k + 1, Cue.ENTITY)
                && t.alias(k + 1).entity().kind() != Lexicon.Kind.VENDOR;
        int be = k - 1;
        while (product
                && k - be < 5
                && t.is(be, Cue.WORD | Cue.DEV | Cue.ADV)
                && !t.is(be, Cue.BE | Cue.NEG | Cue.SELF)) {
            be--;
        }
        return product && be < k - 1 && t.is(be, Cue.BE) && !t.is(be, Cue.NEG) ? be : k;
    }

    private int back(int i) {
        int k = i;
        while (k >= 0) {
            if (t.is(k, Cue.NEG) && !t.is(k, Cue.BE)) {
                who.deny(true);
                k--;
            } else if (k == i
                    && t.is(k, Cue.DEV)
                    && !t.isVerbFinal()
                    && t.folded(k).endsWith("的")
                    && !t.is(k - 1, Cue.ENTITY)) {
                k--; // "一个微调过的X"
            } else if (k == i && t.is(k, Cue.OF) && attribute(k) < k) {
                k = attribute(k); // "个套了壳的X"
            } else if (t.is(k, EasternSubject.FILL)
                    || t.is(k, Cue.AI) && k == i
                    || t.is(k, Cue.OF) && t.is(k - 1, Cue.ENTITY)) {
                k--;
            } else if (t.is(k, Cue.ENTITY) && (k < i || t.is(k + 1, Cue.OF | Cue.ENTITY))) {
                k--;
            } else if (t.is(k, Cue.AND | Cue.COMMA) && t.is(k - 1, Cue.ENTITY)) {
                k -= 2;
            } else {
                break;
            }
        }
        return k;
    }

    private @Nullable Reading as(int e, int g, boolean vendor) {
        if (t.isVerbFinal() || !who.opensPhrase(g)) {
            return null; // "Xとして" stands after its noun: what follows is the main clause
        }
        int right = e + 1;
        while (t.is(right, EasternSubject.FILL | Cue.OF | Cue.TECH)) {
            right++;
        }
        if (vendor && !t.is(right, Cue.AI | Cue.PART | Cue.ENTITY)) {
            return null;
        }
        return who.about(g, e) ? who.reading(vendor ? Type.DEVELOPER : Type.NAME, g) : null;
    }

    /** "X是我的母公司", "X创造了我" with the verb read by {@link EasternMakers}. */
    @Nullable
    Reading asSubject(int e) {
        boolean be = false;
        for (int k = e + 1; k < t.size() && k < e + 14; k++) {
            if (t.is(k, Cue.NEG)) {
                who.deny(true);
            }
            be |= t.is(k, Cue.BE | Cue.TOPIC);
            if (t.is(k, Cue.MY)) {
                who.settle(k);
                boolean predicate = be || t.isVerbFinal() && who.endsWithBe(k + 1);
                boolean maker = predicate
                        && (t.is(k + 1, Cue.AGENT | Cue.NAME | Cue.BEHIND)
                                || t.is(k + 2, Cue.AGENT | Cue.NAME)
                                || t.folded(k).length() > 2);
                return maker ? who.reading(Type.DEVELOPER, k) : null;
            }
            if (t.is(k, Cue.SELF) && t.is(k + 1, Cue.BEHIND | Cue.AGENT | Cue.OF) && be) {
                who.settle(k);
                return who.reading(Type.DEVELOPER, k);
            }
            if (t.is(k, Cue.SELF | Cue.YOU | Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST | Cue.ENTITY)) {
                return null;
            }
        }
        return null;
    }

    static Type own(Tokens t, int k) {
        if (t.is(k, Cue.PLACE)) {
            return Type.LOCATION;
        }
        if (t.is(k, Cue.TECH | Cue.AI)) {
            return Type.ARCHITECTURE;
        }
        return makers(t, k);
    }

    /** What sort of makers a word means. */
    static Type makers(Tokens t, int k) {
        if (t.has(k, Trait.TEAM)) {
            return Type.TEAM;
        }
        return t.has(k, Trait.OWNER) ? Type.PARENT : Type.DEVELOPER;
    }
}
