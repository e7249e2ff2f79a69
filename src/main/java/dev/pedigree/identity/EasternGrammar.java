package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Claims in Chinese, Japanese and Korean: the maker stands before the verb, and in the last two the denial at the end. One file, since the
 * readings call each other and share the subject and the denial found so far.
 */
final class EasternGrammar {
    private static final long FILL = Cue.ADV | Cue.QUOTE | Cue.DET | Cue.AUX;

    private final Tokens t;
    private final BooleanSupplier asked; // whether a sentence without a subject may be an answer about the speaker
    private final EasternRelations relations;
    private final EasternSubject who;
    private final CaseFrame frame;
    private int scar = -1;

    EasternGrammar(Tokens tokens, boolean[] claimed, BooleanSupplier asked) {
        this.asked = asked;
        this.t = tokens;
        this.who = new EasternSubject(tokens, claimed, asked);
        this.relations = new EasternRelations(tokens, claimed, asked);
        this.frame = new CaseFrame(tokens, claimed, asked);
    }

    private boolean isVerbFinal() {
        return !t.language().equals("zh");
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        who.begin();
        scar = -1;
        Reading found = made(e);
        if (found == null) {
            who.begin();
            found = named(e);
        }
        if (found == null) {
            who.begin();
            found = asSubject(e);
        }
        found = found == null ? EasternRules.under(t, e) : found;
        found = found == null ? Greeting.read(t, e) : found;
        found = found == null ? relations.read(e) : found;
        found = found == null && isVerbFinal() ? frame.read(e) : found;
        found = found == null && !isVerbFinal() ? Counterpart.read(t, e) : found;
        return found != null && EasternDoer.isDoer(t, found, e) ? null : found;
    }

    /** The product that the last mention read is said to be the maker of, or -1. */
    int product() {
        return scar;
    }

    /** "由 X 开发", "X によって開発された", "X가 개발한". */
    private @Nullable Reading made(int e) {
        int dev = -1;
        boolean by = t.is(e - 1, Cue.BY);
        boolean base = false;
        boolean marked = by && !isVerbFinal(); // "由X的许多工程师和科学家开发"
        for (int k = e + 1; k < t.size() && k <= e + (marked ? 16 : 7); k++) {
            if (t.is(k, Cue.DEV)) {
                dev = k;
                break;
            }
            if (isVerbFinal() && t.is(k, Cue.ARCH)) {
                if (isUse(k) && !isBase(e, k)) {
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
            if (t.all(k, Cue.ARCH | Cue.UPON) && !isVerbFinal()) {
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
                                    | FILL
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
                || isVerbFinal() && t.is(dev + 1, Cue.OF) && t.is(dev + 2, Cue.BY) && t.is(dev + 3, Cue.SELF)) {
            who.settle(dev + 1);
            who.deny(t.is(e + 1, Cue.NEG) || t.is(dev - 1, Cue.NEG) || who.endsDenied(dev));
            return reading(Type.DEVELOPER, dev);
        }
        if (t.is(dev + 1, Cue.ENTITY) && !by || t.is(dev + 2, Cue.ENTITY) && t.is(dev + 1, Cue.WORD) && !by) {
            int named = t.is(dev + 1, Cue.ENTITY) ? dev + 1 : dev + 2;
            boolean predicate = !isVerbFinal() || who.endsWithBe(named + 1);
            boolean own = predicate && who.find(e) && linked(e);
            return own && named > 0 ? reading(Type.DEVELOPER, dev) : null;
        }
        if (isVerbFinal() && t.is(dev + 1, Cue.ENTITY) && !isPredicate(dev + 2)) {
            return null; // "Xが開発したYについて": what was made is somebody else
        }
        boolean found = who.find(e);
        if (!found && who.at() < 0 && isVerbFinal() && isRole(dev)) {
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
        return reading(base ? Type.ARCHITECTURE : Type.DEVELOPER, dev);
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
        if (isVerbFinal() || t.is(who.at(), Cue.MY)) {
            return true;
        }
        for (int k = who.at(); k < e; k++) {
            if (t.is(k, Cue.BE | Cue.BY | Cue.AS | Cue.TOPIC | Cue.NAMED)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Reading named(int e) {
        boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        int right = e + 1;
        while (t.is(right, FILL | Cue.CLOSE)) {
            right++;
        }
        if (isVerbFinal() && t.is(right, Cue.BY | Cue.TOPIC) && t.is(right + 1, Cue.NEG)) {
            right++;
        }
        if (isVerbFinal() && t.is(e - 1, Cue.SELF)) {
            right = afterInsertion(right);
        }
        if (isVerbFinal()) {
            Reading found = verbFinalName(e, right, vendor);
            if (found != null) {
                return found;
            }
        }
        int g = back(e - 1);
        if (g < 0) {
            return null;
        }
        if (isVerbFinal() && isAttribute(g) && t.is(g - 1, Cue.AGENT | Cue.TECH) && !isPartner(right)) {
            return who.hasOwner(g - 1) ? reading(own(g - 1), g) : null; // "私の開発者であるX"
        }
        if (t.has(g, Trait.INTRO)) {
            int after = t.is(right, Cue.AI) ? right + 1 : right;
            who.settle(g);
            return t.has(after, Trait.HERE) ? reading(Type.NAME, g) : null;
        }
        if (t.all(g, Cue.NAMED | Cue.SELF)) {
            who.settle(g);
            who.deny(t.is(g - 1, Cue.NEG));
            return reading(Type.NAME, g);
        }
        if (t.is(g, Cue.NAMED)) {
            return who.find(g) ? reading(Type.NAME, g) : null;
        }
        if (t.is(g, Cue.BE) && !isVerbFinal()) {
            who.deny(t.is(g, Cue.NEG));
            int own = g - 1;
            while (t.is(own, FILL | Cue.BOTH)) {
                own--;
            }
            if (isPartner(right)) {
                return null;
            }
            if (t.is(own, Cue.AGENT | Cue.TECH | Cue.PLACE | Cue.AI)
                    || t.is(own, Cue.BEHIND) && t.is(own - 1, Cue.SELF)
                    || t.is(own, Cue.OWN | Cue.DEV | Cue.BELONG) && t.is(own - 1, Cue.MY)) {
                return who.hasOwner(own) ? reading(own(own), g) : null;
            }
            if (!who.find(g)) {
                return null;
            }
            if (t.is(who.at(), Cue.MY) && t.is(who.at() + 1, Cue.BE)) {
                return reading(t.folded(who.at()).contains("母") ? Type.PARENT : Type.DEVELOPER, g);
            }
            boolean whose = right + 1 >= t.size() || t.is(right + 1, Cue.STOP | Cue.COMMA);
            if (vendor && t.is(right, Cue.OF) && t.folded(g).endsWith("是") && !whose && !isProduct(right + 1)) {
                return null; // "a fan of X"
            }
            boolean modifier = t.is(right, Cue.OF) || t.is(right, Cue.AI | Cue.PART | Cue.AGENT);
            return reading(
                    vendor && (modifier || right >= t.size() || true) && vendorIsMaker(g, right)
                            ? Type.DEVELOPER
                            : Type.NAME,
                    g);
        }
        if (t.is(g, Cue.ARCH) && !isVerbFinal()) {
            boolean ends = right >= t.size()
                    || t.is(right, Cue.STOP | Cue.COMMA | Cue.TECH | Cue.AI | Cue.ARCH | Cue.OF | Cue.PART | Cue.DEV);
            boolean tool = isUse(g) && !(ends && isBase(e, right + 1));
            return !tool && who.find(g) && !t.is(right, Cue.POLICY) ? reading(Type.ARCHITECTURE, g) : null;
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
                return reading(Type.NAME, g);
            }
            return who.hasOwner(own) ? reading(own(own), own) : null;
        }
        if (t.is(g, Cue.COLON) && g == 1 && t.is(0, Cue.NAME) && asked.getAsBoolean()) {
            who.settle(0); // "名称：X" in a list of what was asked for
            return reading(Type.NAME, g);
        }
        if (t.is(g, Cue.MY)) {
            who.settle(g);
            return t.is(right, Cue.COMPARE | Cue.WORD) ? null : reading(Type.DEVELOPER, g);
        }
        if (t.is(g, Cue.SELF) && t.is(g, Cue.BE)) {
            who.settle(g);
            return reading(Type.NAME, g);
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
        return isVerbFinal() && (word.endsWith("\ub294") || word.endsWith("\uc740") || word.endsWith("\u306f"));
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

    /** "私はXです", "Xと申します", "저는 X입니다", "X라고 불러". */
    private @Nullable Reading verbFinalName(int e, int right, boolean vendor) {
        if (t.is(right, Cue.NAMED)) {
            boolean own = who.find(e);
            boolean myself = t.is(right, Cue.SELF) && !t.is(who.at(), Cue.YOU | Cue.THIRD);
            if (!own && !myself && (who.at() >= 0 || !asked.getAsBoolean())) {
                return null;
            }
            if (who.at() < 0 && !t.is(right, Cue.SELF)) {
                who.trust(isFirstNamed(e) ? 0.9 : 0.8);
            }
            who.deny(t.is(right + 1, Cue.NEG) || who.endsDenied(right));
            return reading(Type.NAME, right);
        }
        if (t.is(right, Cue.BE | Cue.NEG) && !t.is(right, Cue.COMPARE)) {
            who.deny(t.is(right, Cue.NEG));
            int own = t.is(e - 1, Cue.THIRD) && t.has(e - 1, Trait.POINTING) ? e - 2 : e - 1;
            while (t.is(own, FILL | Cue.TOPIC)) {
                own--;
            }
            if (t.is(own, Cue.AI) && t.is(own - 1, Cue.ARCH) && who.hasOwner(own)) {
                return reading(Type.ARCHITECTURE, right);
            }
            if (own == 0 && t.is(own, Cue.NAME) && asked.getAsBoolean()) {
                who.settle(own);
                who.trust(0.9);
                return reading(Type.NAME, right);
            }
            if (t.is(own, Cue.AGENT | Cue.TECH | Cue.PLACE | Cue.NAME)) {
                return who.hasOwner(own) ? reading(t.is(own, Cue.NAME) ? Type.NAME : own(own), right) : null;
            }
            if (who.find(e)) {
                return reading(vendor ? Type.DEVELOPER : Type.NAME, right);
            }
            if (who.at() < 0 && (e == 0 || t.is(e - 1, Cue.COMMA | Cue.STOP)) && !vendor && asked.getAsBoolean()) {
                who.trust(0.6);
                return reading(Type.NAME, right);
            }
            return null;
        }
        if (t.is(right, Cue.OF | Cue.AI | Cue.PART)) {
            int head = t.is(right, Cue.OF) ? right + 1 : right;
            while (t.is(head, FILL | Cue.WORD | Cue.TECH | Cue.ENTITY) && head < right + 5) {
                head++;
            }
            if (t.is(head, Cue.AI | Cue.PART) && isRole(head - 1)) {
                who.settle(head);
                who.trust(0.7);
                return reading(Type.DEVELOPER, head);
            }
            if (t.is(head, Cue.AI | Cue.PART) && who.endsWithBe(head)) {
                if (who.find(e) || who.at() < 0 && asked.getAsBoolean()) {
                    who.trust(Math.min(who.confidence(), who.at() < 0 ? 0.6 : 1));
                    who.deny(who.endsDenied(head));
                    return reading(Type.DEVELOPER, head);
                }
            }
        }
        return null;
    }

    /** Whether nobody is spoken of before a name but those who call the speaker so: "皆さんからはX". */
    private boolean isFirstNamed(int e) {
        for (int k = 0; k < e; k++) {
            boolean mark = t.is(k, Cue.BY) || t.is(k, Cue.TOPIC) && t.is(k - 1, Cue.BY);
            if (!mark && !t.is(k, Cue.ADV | Cue.COMMA | Cue.QUOTE | Cue.AGENT) && t.is(k, ~Cue.WORD)) {
                return false;
            }
        }
        return true;
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

    /** To use, which says little where a product is used and no version or technology of it. */
    private boolean isUse(int k) {
        return t.has(k, Trait.USE);
    }

    /** Whether what is used is a technology or model of the mention's, or used by what calls itself a model. */
    private boolean isBase(int e, int to) {
        for (int k = 0; k < to; k++) {
            if (k != e && t.is(k, Cue.TECH | Cue.AI)) {
                return true;
            }
        }
        return false;
    }

    /** "As a model trained by X", with nobody else as the subject of what follows. */
    private boolean isRole(int dev) {
        int as = dev + 1;
        while (t.is(as, Cue.AI | Cue.PART | Cue.ADV | Cue.TECH)) {
            as++;
        }
        if (as == dev + 1 || !t.is(as, Cue.AS)) {
            return false;
        }
        for (int k = as + 1; k < t.size() && !t.is(k, Cue.STOP); k++) {
            boolean pointing = t.is(k, Cue.THIRD) && t.is(k + 1, Cue.WORD) && t.end(k) - t.start(k) <= 2; // "その話題"
            if (t.is(k, Cue.ENTITY | Cue.THIRD | Cue.YOU) && !pointing) {
                return false;
            }
        }
        return true;
    }

    /** Whether what stands before this place is what the speaker is or is called. */
    private boolean isPredicate(int from) {
        int k = from;
        while (t.is(k, Cue.CLOSE | Cue.OPEN | Cue.QUOTE | Cue.OF | Cue.AI | Cue.ENTITY | Cue.ADV | Cue.PART)) {
            k++;
        }
        return k >= t.size() || t.is(k, Cue.BE | Cue.NEG | Cue.NAMED | Cue.AS | Cue.STOP | Cue.COMMA);
    }

    /** The "is" before an attribute that ends at k, in Chinese before a model's name; k where there is none. */
    private int attribute(int k) {
        boolean product = !isVerbFinal()
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
                    && !isVerbFinal()
                    && t.folded(k).endsWith("的")
                    && !t.is(k - 1, Cue.ENTITY)) {
                k--; // "一个微调过的X"
            } else if (k == i && t.is(k, Cue.OF) && attribute(k) < k) {
                k = attribute(k); // "个套了壳的X"
            } else if (t.is(k, FILL) || t.is(k, Cue.AI) && k == i || t.is(k, Cue.OF) && t.is(k - 1, Cue.ENTITY)) {
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

    private Type own(int k) {
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

    private @Nullable Reading as(int e, int g, boolean vendor) {
        if (isVerbFinal() || !who.opensPhrase(g)) {
            return null; // "Xとして" stands after its noun: what follows is the main clause
        }
        int right = e + 1;
        while (t.is(right, FILL | Cue.OF | Cue.TECH)) {
            right++;
        }
        if (vendor && !t.is(right, Cue.AI | Cue.PART | Cue.ENTITY)) {
            return null;
        }
        return who.about(g, e) ? reading(vendor ? Type.DEVELOPER : Type.NAME, g) : null;
    }

    /** "X是我的母公司", "X创造了我" with the verb read by {@link #made}. */
    private @Nullable Reading asSubject(int e) {
        boolean be = false;
        for (int k = e + 1; k < t.size() && k < e + 14; k++) {
            if (t.is(k, Cue.NEG)) {
                who.deny(true);
            }
            be |= t.is(k, Cue.BE | Cue.TOPIC);
            if (t.is(k, Cue.MY)) {
                who.settle(k);
                boolean predicate = be || isVerbFinal() && who.endsWithBe(k + 1);
                boolean maker = predicate
                        && (t.is(k + 1, Cue.AGENT | Cue.NAME | Cue.BEHIND)
                                || t.is(k + 2, Cue.AGENT | Cue.NAME)
                                || t.folded(k).length() > 2);
                return maker ? reading(Type.DEVELOPER, k) : null;
            }
            if (t.is(k, Cue.SELF) && t.is(k + 1, Cue.BEHIND | Cue.AGENT | Cue.OF) && be) {
                who.settle(k);
                return reading(Type.DEVELOPER, k);
            }
            if (t.is(k, Cue.SELF | Cue.YOU | Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST | Cue.ENTITY)) {
                return null;
            }
        }
        return null;
    }

    private Reading reading(Type type, int cue) {
        return new Reading(type, who.isDenied(), who.at(), cue, who.confidence());
    }
}
