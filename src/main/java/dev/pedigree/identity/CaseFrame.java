package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import dev.pedigree.identity.Particles.Part;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who does what to whom in a Japanese or Korean clause, told by the marks behind its nouns and by the voice of its verb, whatever the verb: "Xが…機能を
 * 私に与えていない", "X 쪽에서 개발해 주셨어요". A speaker left out is the one for whom a deed is done, and the one acted upon where nobody else is spoken of.
 */
final class CaseFrame {
    private static final long OTHERS = Cue.PERSON | Cue.LIFE | Cue.SPEECH | Cue.HYPO | Cue.OPINION;
    private static final long MADE = Cue.DEV | Cue.BEHIND;
    private static final long OWNED = Cue.OWN | Cue.TECH | Cue.POLICY | Cue.NAME;
    private static final int REACH = 14; // tokens of a clause on each side
    private static final List<String> FORBIDDEN =
            List.of("지 말라", "지 않도록", "지 않게", "ないよう", "禁じられ", "禁止され", "못 하게", "못하게", "못 드리", "안 된다고");
    private static final List<String> CLEFT =
            List.of("のは", "方は", "人々は", "人たちは", "ところは", "相手は", "건", "것은", "곳은", "쪽은", "분들은", "사람들은", "이들은", "데는");
    private static final List<String> RIGHTS =
            List.of("権利", "所有権", "すべて", "全て", "運営", "学習", "訓練", "권리", "소유권", "모든 것", "운영", "학습");

    private final Tokens t;
    private final boolean[] claimed;
    private final BooleanSupplier asked; // whether a sentence without a subject may be about the speaker
    private int from; // the clause's first token
    private int to; // the token after its last
    private int after; // the first token after the mention, its people and their mark
    private Part part = Part.NONE; // of the mention

    CaseFrame(Tokens tokens, boolean[] claimed, BooleanSupplier asked) {
        this.t = tokens;
        this.claimed = claimed;
        this.asked = asked;
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        if (!bound(e) || t.alias(e).entity().homograph()) {
            return null;
        }
        Reading cleft = cleft(e);
        if (cleft == null && t.alias(e).entity().kind() != Lexicon.Kind.VENDOR) {
            return owner(e, Cue.OWN | Cue.TECH);
        }
        if (cleft != null) {
            return cleft;
        }
        Reading found = predicate(e);
        found = found != null ? found : home(e);
        found = found != null ? found : owner(e, Cue.DEV);
        found = found != null ? found : acts(e);
        found = found != null ? found : forbids(e);
        return found != null ? found : without(e);
    }

    /** Finds the clause, the end of the mention with its people, and its part; false where somebody else is spoken of. */
    private boolean bound(int e) {
        int people = e;
        int end = Particles.afterTitles(t, t.end(e));
        while (people + 1 < t.size() && people - e < 5) {
            int next = people + 1;
            int noun = t.is(next, Cue.OF) && t.start(next) <= end + 1 ? next + 1 : next;
            if (t.start(next) < end) {
                people = next; // a title that is a token
                continue;
            }
            if (!t.is(noun, Cue.AGENT) || t.start(next) > end + 1) {
                break;
            }
            people = noun;
            end = Particles.afterTitles(t, t.end(noun));
        }
        part = Particles.part(t, end);
        int mark = Particles.afterMark(t, end);
        after = people + 1;
        while (after < t.size() && t.start(after) < mark) {
            after++;
        }
        from = e;
        while (from > 0 && e - from < REACH && !isEnd(from - 1)) {
            from--;
        }
        to = after;
        while (to < t.size() && to - after < 2 * REACH && !isEnd(to)) {
            to++;
        }
        for (int k = from; k < to; k++) {
            boolean other = t.is(k, Cue.ENTITY)
                    && k != e
                    && !claimed[k]
                    && !t.alias(k).entity().vendor().equals(t.alias(e).entity().vendor());
            boolean third = t.is(k, Cue.THIRD) && !t.has(k, Trait.POINTING) && !t.is(k, Cue.DET);
            if (other || third || t.is(k, OTHERS) || t.is(k, Cue.YOU) && k < e) {
                return false;
            }
        }
        return !Particles.isHearsay(t, t.start(from), end());
    }

    private boolean isEnd(int k) {
        boolean marks = Particles.part(t, t.start(k)) == Part.SUBJECT && !t.is(k - 1, Cue.NEG | Cue.BE | Cue.AUX);
        boolean but = t.is(k, Cue.CONTRAST) && !marks; // "Xが、" marks X
        return t.is(k, Cue.STOP | Cue.SEMICOLON) && !t.is(k, Cue.BE) || but;
    }

    private int end() {
        return to < t.size() ? t.start(to) : t.to();
    }

    private Part partOf(int k) {
        String word = t.folded(k);
        String last = word.substring(word.length() - 1);
        if (t.has(k, Trait.ACCUSATIVE)) {
            return Part.OBJECT;
        }
        if (word.equals("제게") || word.equals("내게") || word.endsWith("에게") || word.endsWith("한테")) {
            return Part.GOAL;
        }
        if ("は는도も".contains(last) && word.length() > 1 || word.equals("난") || word.equals("전")) {
            return Part.TOPIC;
        }
        if ("が가".contains(last) && word.length() > 1) {
            return Part.SUBJECT;
        }
        return Particles.part(t, t.end(k));
    }

    /** The speaker in the clause, or -1. */
    private int speaker() {
        for (int k = from; k < to; k++) {
            if (t.is(k, Cue.SELF) && !t.is(k, Cue.NAMED)) {
                return k;
            }
        }
        return -1;
    }

    private boolean find(int a, int b, long bits) {
        for (int k = Math.max(0, a); k < b; k++) {
            if (t.is(k, bits)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDenied(int a) {
        return find(a, to, Cue.NEG);
    }

    /** Whether a deed makes the speaker what it is: nothing that is done to people. */
    private boolean isDeed(int a) {
        for (int k = Math.max(0, a); k < to; k++) {
            if (t.has(k, Trait.PERSONAL) || t.has(k, Trait.USE) || t.has(k, Trait.HELP)) {
                return false;
            }
        }
        return find(a, to, Cue.WORD | Cue.DEV | Cue.BEHIND);
    }

    /** "Xが私を…", "設計を担ったXが、…機能を私に与えていない", "私は…Xによって…作られている": the speaker is there. */
    private @Nullable Reading acts(int e) {
        int me = speaker();
        if (me < 0) {
            return null;
        }
        if (me > e && hasTopic(from, e)) {
            return null;
        }
        Part role = partOf(me);
        boolean house = part == Part.SUBJECT || part == Part.TOPIC || part == Part.SOURCE && !Particles.isJapanese(t);
        boolean no = isDenied(Math.max(me, e));
        if (house && me > e && role == Part.OBJECT && isDeed(me + 1)) {
            boolean made = find(me, to, MADE);
            return no && !made ? null : new Reading(Type.DEVELOPER, no, me, me + 1, 0.7);
        }
        boolean given = role == Part.GOAL && find(after, to, OWNED) && isDeed(me + 1);
        if (house && me > e && given) {
            return new Reading(find(after, to, Cue.POLICY) ? Type.POLICY : Type.DEVELOPER, false, me, me, 0.7);
        }
        int verb = last(Math.max(me, after), MADE);
        boolean done = (role == Part.TOPIC || role == Part.SUBJECT) && part == Part.SOURCE && verb >= 0;
        if (done && (Particles.isPassive(t, t.start(verb), end()) || Particles.isFavour(t, t.start(verb), end()))) {
            return new Reading(Type.DEVELOPER, no, me, verb, 0.8);
        }
        return null;
    }

    private int last(int a, long bits) {
        for (int k = to - 1; k >= a; k--) {
            if (t.is(k, bits)) {
                return k;
            }
        }
        return -1;
    }

    /** "저에 대한 모든 권리는 X가 갖고 있습니다", "私の運営はXが行っています": what is the speaker's, and who has it in hand. */
    private @Nullable Reading owner(int e, long field) {
        if (part != Part.SUBJECT || after >= to) {
            return null;
        }
        for (int k = from; k < e; k++) {
            boolean mine = t.is(k, Cue.MY) || t.is(k, Cue.SELF) && t.text().startsWith("に関する", t.end(k)); // "my"
            if (!mine || partOf(k) == Part.OBJECT) {
                continue;
            }
            boolean topic = t.is(e - 1, Cue.TOPIC)
                    || t.is(e - 1, Cue.ADV) && t.is(e - 2, Cue.TOPIC)
                    || t.folded(e - 1).endsWith("\u306f");
            boolean right = Particles.holds(t, t.end(k), t.start(e), RIGHTS);
            boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
            boolean own =
                    vendor && right || find(k + 1, Math.min(e, k + 4), Cue.OWN | Cue.TECH) && find(k + 1, e, field);
            return topic && own && isDeed(after)
                    ? new Reading(vendor ? Type.PARENT : Type.ARCHITECTURE, isDenied(after), k, after, 0.8)
                    : null;
        }
        return null;
    }

    /** "Xのデータセンターが私の住まいです": a place of the house's, and whose it is. */
    private @Nullable Reading home(int e) {
        int place = t.is(e + 1, Cue.OF) ? e + 2 : e + 1;
        int mark = place + 1;
        while (t.is(mark, Cue.PLACE)) {
            mark++;
        }
        int my = t.is(mark, Cue.BY | Cue.TOPIC) ? mark + 1 : mark;
        boolean mine = t.is(place, Cue.PLACE) && t.is(my, Cue.MY) && find(my + 1, Math.min(to, my + 4), Cue.BE);
        return mine ? new Reading(Type.LOCATION, isDenied(my), my, place, 0.8) : null;
    }

    /** "Xでそう…しないように教育されています", "X에서 그런 도움은 못 드리게 되어 있어요": a house that keeps somebody from a deed asked for. */
    private @Nullable Reading forbids(int e) {
        boolean source = part == Part.SOURCE || part == Part.OWNER && find(after - 1, after + 2, Cue.POLICY);
        boolean bound = source && e - from < 3 && Particles.holds(t, t.end(e), end(), FORBIDDEN);
        return bound && !find(from, to, Cue.YOU) ? new Reading(Type.POLICY, false, -1, after, 0.6) : null;
    }

    /** "X 쪽에서 개발해 주셨어요", "Xの傘下で運営されております": nobody is named whom it could be about but who speaks. */
    private @Nullable Reading without(int e) {
        if (speaker() >= 0 || find(from, to, Cue.MY | Cue.WE) || hasTopic(from, e) || !asked.getAsBoolean()) {
            return null;
        }
        int verb = after;
        while (verb < to && !t.is(verb, MADE)) {
            verb++;
        }
        boolean owed = Particles.isFavour(t, t.end(e), end()) && Particles.isOwed(t, t.end(e), end());
        if (owed && part == Part.SUBJECT && isDeed(after)) {
            return new Reading(Type.DEVELOPER, false, -1, after, 0.6);
        }
        if (verb == to || hasObject(after, verb) || hasTopic(after, verb) || isNoun(verb + 1)) {
            return null;
        }
        boolean passive = Particles.isPassive(t, t.start(verb), end());
        boolean favour = Particles.isFavour(t, t.start(verb), end());
        boolean had = part == Part.GOAL && Particles.isReceived(t, t.start(verb), end());
        boolean done = had
                || part == Part.SOURCE && (passive || favour)
                || part == Part.SUBJECT && favour
                || part == Part.OWNER && passive && find(after, verb, Cue.BELONG);
        return done ? new Reading(Type.DEVELOPER, isDenied(verb), -1, verb, 0.6) : null;
    }

    private boolean isNoun(int k) {
        return t.is(k, Cue.AI | Cue.PART | Cue.TECH | Cue.AGENT | Cue.ENTITY);
    }

    /** Whether something else is what is spoken of from a to b. */
    private boolean hasTopic(int a, int b) {
        for (int k = a; k < b; k++) {
            if (t.is(k, Cue.TOPIC) && !t.is(k - 1, Cue.BY | Cue.AND)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something else is what the deed is done to. */
    private boolean hasObject(int a, int b) {
        for (int k = a; k < b; k++) {
            String word = t.folded(k);
            boolean marked = word.endsWith("\u3092") || word.endsWith("\uc744") || word.endsWith("\ub97c");
            if (marked && !t.is(k - 1, Cue.DEV | Cue.OWN)) {
                return true;
            }
        }
        return false;
    }

    /** "中で動いているのはXでございます", "말할 수 있게 된 건 X 팀 덕분이에요": what is so of the speaker, and whom that is owed to or who it is. */
    private @Nullable Reading cleft(int e) {
        int first = e;
        while (first > from && t.is(first - 1, Cue.COMMA | Cue.ADV | Cue.QUOTE | Cue.DET)) {
            first--;
        }
        if (first <= from) {
            return null;
        }
        int end = t.end(first - 1);
        String before = t.text().substring(t.start(from), end);
        boolean closes = CLEFT.stream().anyMatch(before::endsWith);
        int me = -1;
        boolean other = false;
        for (int k = from; k < first - 1; k++) {
            me = me < 0 && t.is(k, Cue.SELF | Cue.MY) ? k : me;
            other |= t.is(k, Cue.TOPIC | Cue.YOU);
        }
        if (!closes || other || me < 0 && !asked.getAsBoolean()) {
            return null;
        }
        boolean vendor = t.alias(e).entity().kind() == Lexicon.Kind.VENDOR;
        boolean owed = false;
        for (int k = e + 1; k < to; k++) {
            owed |= t.has(k, Trait.OWED);
        }
        boolean is = find(e + 1, Math.min(to, e + 8), Cue.BE) || to == after || owed;
        boolean inside = false;
        for (int k = from; k < first; k++) {
            inside |= t.has(k, Trait.INSIDE);
        }
        boolean base = !vendor && (inside || find(from, first, Cue.BEHIND | Cue.HOST));
        boolean whom = me >= 0 && partOf(me) == Part.OBJECT && first - me > 2 && isDeed(me + 1);
        boolean made = vendor && (whom || find(from, first, MADE | Cue.BELONG));
        if (!is || !(base || made || vendor && owed)) {
            return null;
        }
        return new Reading(vendor ? Type.DEVELOPER : Type.ARCHITECTURE, isDenied(e), me, first - 1, me < 0 ? 0.6 : 0.8);
    }

    /** "Xが一から育て上げたAI、それが私です", "…, 그게 바로 저예요": a clause on a model, and that the speaker is it. */
    private @Nullable Reading predicate(int e) {
        int me = to - 1;
        while (me > e && t.is(me, Cue.BE) && !t.is(me, Cue.SELF)) {
            me--;
        }
        boolean says = t.is(me, Cue.SELF) && !t.is(me, Cue.NAMED) && (me < to - 1 || t.is(me, Cue.BE));
        boolean house = part == Part.SUBJECT || part == Part.OWNER || part == Part.NONE || part == Part.SOURCE;
        int noun = me - 1;
        while (noun > after && !t.is(noun, Cue.AI | Cue.PART)) {
            noun--;
        }
        int last = me - 1;
        while (last > after && t.is(last, Cue.COMMA | Cue.ADV | Cue.THIRD | Cue.DET)) {
            last--;
        }
        boolean deed =
                last >= after && Particles.endsNominal(t, t.is(last, Cue.CONTRAST) ? t.start(last) + 1 : t.end(last));
        boolean model = deed && isDeed(after) || noun >= after && t.is(noun, Cue.AI | Cue.PART) && isDeed(after);
        return says && house && model && !isDenied(after) ? new Reading(Type.DEVELOPER, false, me, noun, 0.8) : null;
    }
}
