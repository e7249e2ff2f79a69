package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Relations} is for the languages of the west: a house and the speaker tied by a word of one class in one clause, in Chinese, Japanese
 * and Korean.
 */
final class EasternRelations {
    private static final long END = Cue.STOP | Cue.SEMICOLON | Cue.CONTRAST;
    private static final long SPEAKER = Cue.SELF | Cue.MY | Cue.WE;
    private static final long OTHERS = Cue.YOU | Cue.THIRD | Cue.SPEECH;

    private final Tokens t;
    private final boolean[] claimed;
    private final BooleanSupplier asked; // whether a sentence without a subject may be about the speaker
    private final Clause clause;

    EasternRelations(Tokens tokens, boolean[] claimed, BooleanSupplier asked) {
        this.t = tokens;
        this.claimed = claimed;
        this.asked = asked;
        this.clause = new Clause(tokens, this::isEnd);
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        clause.around(e);
        Reading found = called(e);
        found = found != null ? found : madeMe(e);
        found = found != null ? found : makerOfMe(e);
        found = found != null ? found : workOnMe(e);
        found = found != null ? found : owed(e);
        found = found != null ? found : bond(e);
        found = found != null ? found : kinship(e);
        found = found != null ? found : place(e);
        found = found != null ? found : makers(e);
        found = found != null ? found : origin(e);
        found = found != null ? found : cleft(e);
        found = found != null ? found : inside(e);
        found = found != null ? found : charge(e);
        return found != null ? found : EasternRules.read(t, clause, claimed, e);
    }

    private boolean isEnd(int k) {
        return t.is(k, END) && !t.is(k, Cue.BE);
    }

    /** "皆さんは私をXと呼びます", "다들 저를 X라고 부릅니다". */
    private @Nullable Reading called(int e) {
        boolean named = t.is(e + 1, Cue.NAMED) || t.is(e + 2, Cue.NAMED);
        int me = t.is(e - 1, Cue.SELF) ? e - 1 : t.is(e - 2, Cue.SELF) && !t.is(e - 1, Cue.ENTITY) ? e - 2 : -1;
        return named && me >= 0 ? new Reading(Type.NAME, denied(e, e + 1), me, e + 1, 0.9) : null;
    }

    /** The maker, the speaker as object, the verb: "X把我训练出来", "Xが私を開発した", "X가 저를 학습시켰습니다". */
    private @Nullable Reading madeMe(int e) {
        for (int k = e + 1; k < clause.to() && k <= e + 6; k++) {
            if (t.is(k, Cue.SELF) && !t.is(k, Cue.NAMED)) {
                int dev = verb(k);
                boolean subject = t.is(k - 1, Cue.AND | Cue.COMPARE | Cue.COMMA)
                        || t.is(k + 1, Cue.TOPIC)
                        || t.folded(k).endsWith("\u306f");
                int verb = t.is(k + 1, Cue.TOPIC) ? k + 2 : k + 1;
                if (clause.find(e + 1, k, Cue.BY) >= 0 && subject && t.is(verb, Cue.DEV)) {
                    return new Reading(Type.DEVELOPER, denied(e, verb), k, verb, 0.9); // "Xによって私は生まれ"
                }
                return dev >= 0 && !subject && !t.is(dev + 1, Cue.ENTITY)
                        ? new Reading(Type.DEVELOPER, denied(e, dev), k, dev, 0.9)
                        : null;
            }
            if (t.is(k, Cue.YOU | Cue.THIRD | Cue.ENTITY | Cue.MY)) {
                return null;
            }
        }
        return null;
    }

    /** "저를 만든 X", "私を設計して学習させたX", "创造我的X": the speaker in a clause before the name of who made it. */
    private @Nullable Reading makerOfMe(int e) {
        if (t.alias(e).entity().kind() != Lexicon.Kind.VENDOR) {
            return null;
        }
        if (t.language().equals("zh")) {
            boolean own = t.is(e - 1, Cue.MY) && t.is(e - 2, Cue.DEV) && !t.is(e - 3, Cue.NEG);
            int verb = t.is(e - 1, Cue.OF) ? e - 2 : e - 1; // "把我设计出来的X"
            verb = t.is(verb, Cue.WORD) && !t.is(verb, Cue.DEV) && t.is(verb - 1, Cue.DEV) ? verb - 1 : verb;
            boolean disposed = t.is(verb, Cue.DEV)
                    && t.is(verb - 1, Cue.SELF)
                    && t.is(verb - 2, Cue.WORD)
                    && t.folded(verb - 2).endsWith("\u628a");
            return own || disposed
                    ? new Reading(Type.DEVELOPER, false, own ? e - 1 : verb - 1, own ? e - 2 : verb, 0.9)
                    : null;
        }
        int verb = e - 1;
        while (t.is(verb, Cue.AGENT | Cue.OF | Cue.QUOTE) && !t.is(verb, Cue.DEV) && e - verb < 4) {
            verb--;
        }
        int me = verb;
        while (t.is(me, Cue.DEV | Cue.AND | Cue.ADV | Cue.WORD | Cue.OWN)
                && !t.has(me, Trait.ACCUSATIVE)
                && verb - me < 5) {
            me--;
        }
        int pronoun = t.is(me, Cue.SELF) ? me : me - 1; // the mark of the object is a token of its own at times
        boolean object = t.has(me, Trait.ACCUSATIVE) && t.is(pronoun, Cue.SELF);
        return t.is(verb, Cue.DEV) && object ? new Reading(Type.DEVELOPER, false, pronoun, verb, 0.9) : null;
    }

    /** "内部ではXが動いて", "내부적으로 X로 구동": a model at work inside who speaks. */
    private @Nullable Reading inside(int e) {
        if (t.alias(e).entity().kind() == Lexicon.Kind.VENDOR) {
            return null;
        }
        for (int k = Math.max(clause.from(), e - 6); k < e; k++) {
            boolean within = t.has(k, Trait.INSIDE)
                    && clause.find(e + 1, Math.min(clause.to(), e + 5), Cue.HOST | Cue.ARCH | Cue.WORK) >= 0;
            if (within
                    && !hasOthers(clause.from(), e, e)
                    && (clause.find(clause.from(), clause.to(), SPEAKER) >= 0 || asked.getAsBoolean())) {
                return new Reading(
                        Type.ARCHITECTURE, denied(k, e + 4), clause.find(clause.from(), clause.to(), SPEAKER), k, 0.8);
            }
        }
        return null;
    }

    /** "我的运营和研发都归X管": in whose hands what is the speaker's is. */
    private @Nullable Reading charge(int e) {
        if (!t.language().equals("zh")
                || !t.is(e - 1, Cue.BY)
                || t.alias(e).entity().kind() != Lexicon.Kind.VENDOR) {
            return null;
        }
        int my = clause.findBefore(e - 1, Cue.MY);
        boolean own = my >= 0 && clause.find(my + 1, my + 3, Cue.OWN | Cue.DEV | Cue.TECH) >= 0;
        boolean one = own && clause.find(my, e - 1, Cue.COMMA | Cue.BE | Cue.ARCH) < 0;
        return one && !hasOthers(my, e, e) && t.is(e + 1, Cue.WORD | Cue.DEV | Cue.BELONG)
                ? new Reading(Type.PARENT, denied(my, e), my, e - 1, 0.8)
                : null;
    }

    /** Whether nobody is named whom a clause without a speaker could be about. */
    private boolean leavesOutSpeaker(int e) {
        for (int k = clause.from(); k < clause.to(); k++) {
            boolean topic = t.is(k, Cue.TOPIC) && k < e && !t.is(k - 1, Cue.BY | Cue.AND);
            boolean noun =
                    t.language().equals("zh") && k < e && t.is(k, Cue.WORD | Cue.AGENT); // its subject has no mark
            if (topic || noun || t.is(k, OTHERS | Cue.PERSON | Cue.LIFE) || t.is(k, Cue.ENTITY) && k != e) {
                return false;
            }
        }
        return asked.getAsBoolean();
    }

    /** "我的能力离不开X的…", "私の回答が良いのはXのおかげです", "제 답변은 X 덕분입니다". */
    private @Nullable Reading owed(int e) {
        int my = clause.find(clause.from(), e, Cue.MY);
        if (my < 0 || clause.find(my + 1, my + 4, Cue.OWN | Cue.TECH | Cue.AI) < 0 || hasOthers(my, e, e)) {
            return null;
        }
        boolean chinese = t.language().equals("zh");
        for (int k = chinese ? my : e; k < (chinese ? e : clause.to()); k++) {
            if (t.has(k, Trait.OWED)) {
                return new Reading(Type.DEVELOPER, false, my, k, 0.8);
            }
        }
        return null;
    }

    /** "X…训练和优化我", "X…对我进行训练", "X…参与了我的开发", "X在打造我的时候": the house, anything of its own, and what it does to the speaker. */
    private @Nullable Reading workOnMe(int e) {
        if (!t.language().equals("zh") || t.alias(e).entity().kind() != Lexicon.Kind.VENDOR) {
            return null;
        }
        for (int k = e + 1; k < clause.to() && k < e + 40; k++) {
            boolean done = t.is(k - 1, Cue.DEV) || t.has(k - 1, Trait.IMPROVE);
            boolean object = t.is(k, Cue.SELF) && !t.is(k, Cue.NAMED | Cue.BE) && done;
            boolean part = t.is(k, Cue.MY) && done && t.is(k + 1, Cue.OWN | Cue.TECH | Cue.AI);
            boolean when = t.is(k, Cue.MY)
                    && t.is(k - 1, Cue.DEV)
                    && t.is(k + 1, Cue.WORD)
                    && t.folded(k + 1).startsWith("\u65f6");
            boolean toward = t.is(k, Cue.SELF)
                    && t.is(k - 1, Cue.WORD)
                    && t.folded(k - 1).endsWith("\u5bf9")
                    && clause.find(k + 1, k + 4, Cue.DEV) >= 0;
            boolean share =
                    t.is(k, Cue.MY) && clause.find(k + 1, k + 4, Cue.DEV) >= 0 && contains(e + 1, k, "\u53c2\u4e0e");
            boolean ends =
                    k + 1 >= t.size() || t.is(k + 1, Cue.COMMA | Cue.STOP | Cue.AND | Cue.OF | Cue.TECH | Cue.WORD);
            if (toward || share || part || when || object && ends) {
                boolean no = denied(e, k);
                return no && k - e > 8
                        ? null
                        : new Reading(Type.DEVELOPER, no, k, k, 0.8); // far from both, it may deny something else
            }
            if (t.is(k, Cue.YOU | Cue.SPEECH | Cue.PERSON) || t.is(k, Cue.SELF | Cue.MY | Cue.ENTITY)) {
                return null;
            }
        }
        return null;
    }

    private boolean contains(int from, int to, String word) {
        for (int k = from; k < to; k++) {
            if (t.is(k, Cue.WORD | Cue.DEV | Cue.AUX) && t.folded(k).contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The verb whose object the speaker at k is: right after it, or after how it was done where an ending marks the object; or -1. */
    private int verb(int k) {
        if (t.is(k + 1, Cue.DEV)) {
            return k + 1;
        }
        if (t.is(k + 2, Cue.DEV) && !t.is(k + 1, Cue.BY | Cue.ENTITY | Cue.TOPIC | Cue.OF)) {
            return k + 2;
        }
        int n = k + 1;
        while (t.has(k, Trait.ACCUSATIVE) && n < k + 6 && t.is(n, Cue.WORD | Cue.THIRD | Cue.BY | Cue.ADV)) {
            n++;
        }
        return n > k + 1 && t.is(n, Cue.DEV) ? n : -1;
    }

    /** "把我造出来的是X", "支撑我的是X", "私を作ったのはXの研究者です": what was done to the speaker, and who it was. */
    private @Nullable Reading cleft(int e) {
        int me = clause.findBefore(e, Cue.SELF | Cue.MY);
        if (me < 0 || hasOthers(me, e, e)) {
            return null;
        }
        boolean chinese = t.language().equals("zh");
        int verb = chinese && t.is(me - 1, Cue.DEV | Cue.BEHIND)
                ? me - 1
                : clause.find(me + 1, me + 3, Cue.DEV | Cue.BEHIND);
        boolean object = chinese || t.has(me, Trait.ACCUSATIVE);
        int be = chinese ? clause.find(Math.max(me, verb) + 1, e, Cue.BE) : topic(Math.max(me, verb), e);
        boolean whole = !chinese
                || t.is(me, Cue.MY)
                || clause.find(me + 1, be, Cue.OF) >= 0
                || verb > me && t.folded(verb).endsWith("\u7684");
        if (verb < 0 || !object || be < 0 || e - be > 3 || !whole || t.is(me, Cue.NAMED)) {
            return null;
        }
        boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        boolean no = t.is(be, Cue.NEG) || !chinese && denied(e, e);
        return new Reading(vendor ? Type.DEVELOPER : Type.ARCHITECTURE, no, me, be, 0.9);
    }

    /** The mark of the topic from a verb on, on the verb itself or short for "것은"; or -1. */
    private int topic(int from, int to) {
        for (int k = Math.max(0, from); k < to; k++) {
            if (t.is(k, Cue.TOPIC) || t.is(k, Cue.WORD) && t.folded(k).equals("\uac74")) {
                return k;
            }
        }
        return -1;
    }

    /** "我跟X没有任何关系", "Xとは関係がありません": only the denial says something. */
    private @Nullable Reading bond(int e) {
        int link = clause.find(Math.max(clause.from(), e - 6), Math.min(clause.to(), e + 7), Cue.LINK);
        int me = clause.find(clause.from(), clause.to(), SPEAKER);
        boolean no = clause.find(clause.from(), clause.to(), Cue.NEG) >= 0;
        boolean own = me >= 0 ? !hasOthers(Math.min(me, e), Math.max(link, e), e) : leavesOutSpeaker(e);
        return link >= 0 && no && own ? new Reading(Type.PARENT, true, me, link, 0.8) : null;
    }

    /** "我和X采用同一套技术", "私はXと同じ技術を使っています", "X의 형제 모델". */
    private @Nullable Reading kinship(int e) {
        int me = clause.find(clause.from(), e, SPEAKER);
        me = me >= 0 ? me : clause.find(e, Math.min(clause.to(), e + 4), Cue.SELF);
        boolean alike =
                me < 0 && !t.language().equals("zh") && t.is(e + 1, Cue.AND | Cue.COMPARE) && leavesOutSpeaker(e);
        if (me < 0 && !alike || me >= 0 && hasOthers(Math.min(me, e), Math.max(me, e), e)) {
            return null;
        }
        int same = clause.find(clause.from(), clause.to(), Cue.SAME);
        int noun = same < 0
                ? -1
                : clause.find(
                        same, Math.min(clause.to(), same + 5), Cue.TECH | Cue.AGENT | Cue.OWN | Cue.KIN | Cue.ARCH);
        int kin = clause.find(Math.max(clause.from(), e - 4), Math.min(clause.to(), e + 5), Cue.KIN);
        int cue = noun >= 0 ? same : kin;
        int first = me < 0 ? e : Math.min(me, e);
        return cue < 0 ? null : new Reading(Type.KINSHIP, denied(first, Math.max(cue, e)), me, cue, 0.9);
    }

    /** "我的服务器在X的数据中心", "私のサーバーはXにあります". */
    private @Nullable Reading place(int e) {
        int place = clause.find(clause.from(), clause.to(), Cue.PLACE);
        if (place < 0) {
            return null;
        }
        for (int k = clause.from(); k < e; k++) {
            boolean mine = t.is(k, Cue.MY) && clause.find(k, Math.min(e, k + 4), Cue.PLACE) >= 0;
            boolean hosted = t.is(k, Cue.SELF) && clause.find(k, clause.to(), Cue.HOST) >= 0;
            if ((mine || hosted) && !hasOthers(k, e, e)) {
                int host = clause.find(place, clause.to(), Cue.HOST);
                return new Reading(Type.LOCATION, denied(k, Math.max(place, host)), k, place, 0.9);
            }
        }
        return null;
    }

    /** "训练我的团队来自X", "私を訓練したチームはXにいます". */
    private @Nullable Reading makers(int e) {
        int agent = clause.find(clause.from(), e, Cue.AGENT);
        boolean people = agent < 0
                && t.is(clause.from(), Cue.DEV)
                && t.is(clause.from() + 1, Cue.MY)
                && t.is(clause.from() + 2, Cue.WORD)
                && clause.find(e + 1, e + 3, Cue.WORK | Cue.BELONG) >= 0;
        if (people) {
            return new Reading(Type.TEAM, denied(clause.from(), clause.to()), clause.from() + 1, clause.from(), 0.8);
        }
        if (agent < 0) {
            return null;
        }
        for (int k = clause.from(); k < agent; k++) {
            boolean made = t.is(k, Cue.SELF)
                    && (clause.find(k, agent, Cue.DEV) >= 0 || t.is(k - 1, Cue.DEV) || t.is(k - 2, Cue.DEV));
            boolean mine = t.is(k, Cue.MY) && agent - k <= 3;
            boolean tied = clause.find(agent + 1, e, Cue.BE | Cue.BY | Cue.TOPIC) >= 0
                    || clause.find(agent, Math.min(clause.to(), e + 4), Cue.WORK | Cue.BELONG) >= 0;
            boolean partner = t.is(e + 1, Cue.OF) && t.is(e + 2, Cue.LIFE | Cue.PERSON);
            boolean doing = !t.language().equals("zh") && t.is(e + 1, Cue.WORD | Cue.AND | Cue.BY | Cue.ARCH);
            if ((made || mine) && tied && !partner && !doing && !hasOthers(k, e, e)) {
                return new Reading(EasternNames.makers(t, agent), denied(k, Math.max(e, agent)), k, agent, 0.8);
            }
        }
        return null;
    }

    /** "저는 X 소속입니다", "私はXに属しています". */
    private @Nullable Reading origin(int e) {
        int verb = clause.find(e + 1, Math.min(clause.to(), e + 5), Cue.BELONG);
        verb = verb >= 0 || t.language().equals("ko") || t.language().equals("ja")
                ? verb
                : clause.find(Math.max(clause.from(), e - 3), e, Cue.BELONG);
        int me = clause.find(clause.from(), e, Cue.SELF);
        boolean after = verb > e == !t.language().equals("zh"); // what belongs stands before the Chinese verb
        boolean own = me >= 0 ? !hasOthers(me, Math.max(verb, e), e) : after && leavesOutSpeaker(e);
        return verb >= 0 && own
                ? new Reading(Type.PARENT, denied(Math.max(0, me), Math.max(verb, e)), me, verb, 0.9)
                : null;
    }

    private boolean hasOthers(int a, int b, int e) {
        for (int k = a + 1; k < b; k++) {
            boolean other = t.is(k, Cue.ENTITY)
                    && k != e
                    && !claimed[k]
                    && !t.alias(k).entity().vendor().equals(t.alias(e).entity().vendor());
            if (other || t.is(k, OTHERS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is said from a to its cue at b is denied: before the cue, and in verb-final languages before the next comma behind it. */
    private boolean denied(int a, int b) {
        boolean chinese = t.language().equals("zh");
        int end = Math.min(clause.to(), chinese ? b + 2 : b + 7);
        for (int k = Math.max(0, a); k < end; k++) {
            if (t.is(k, Cue.NEG)) {
                return true;
            }
            if (k > b && !chinese && t.is(k, Cue.COMMA | Cue.BE)) {
                return false;
            }
        }
        return false;
    }
}
