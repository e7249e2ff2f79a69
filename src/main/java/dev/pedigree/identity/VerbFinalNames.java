package dev.pedigree.identity;

import dev.pedigree.identity.IdentityClaim.Type;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Names that stand before the end of a Japanese or Korean clause: "私はXです", "Xと申します", "저는 X입니다", "X라고 불러". */
final class VerbFinalNames {
    private final Tokens t;
    private final EasternSubject who;
    private final BooleanSupplier asked; // whether a sentence without a subject may be an answer about the speaker

    VerbFinalNames(Tokens tokens, EasternSubject who, BooleanSupplier asked) {
        this.t = tokens;
        this.who = who;
        this.asked = asked;
    }

    /** What a mention at e claims, with the token behind its name at {@code right}. */
    @Nullable
    Reading read(int e, int right, boolean vendor) {
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
            return who.reading(Type.NAME, right);
        }
        if (t.is(right, Cue.BE | Cue.NEG) && !t.is(right, Cue.COMPARE)) {
            who.deny(t.is(right, Cue.NEG));
            int own = t.is(e - 1, Cue.THIRD) && t.has(e - 1, Trait.POINTING) ? e - 2 : e - 1;
            while (t.is(own, EasternSubject.FILL | Cue.TOPIC)) {
                own--;
            }
            if (t.is(own, Cue.AI) && t.is(own - 1, Cue.ARCH) && who.hasOwner(own)) {
                return who.reading(Type.ARCHITECTURE, right);
            }
            if (own == 0 && t.is(own, Cue.NAME) && asked.getAsBoolean()) {
                who.settle(own);
                who.trust(0.9);
                return who.reading(Type.NAME, right);
            }
            if (t.is(own, Cue.AGENT | Cue.TECH | Cue.PLACE | Cue.NAME)) {
                return who.hasOwner(own)
                        ? who.reading(t.is(own, Cue.NAME) ? Type.NAME : EasternNames.own(t, own), right)
                        : null;
            }
            if (who.find(e)) {
                return who.reading(vendor ? Type.DEVELOPER : Type.NAME, right);
            }
            if (who.at() < 0 && (e == 0 || t.is(e - 1, Cue.COMMA | Cue.STOP)) && !vendor && asked.getAsBoolean()) {
                who.trust(0.6);
                return who.reading(Type.NAME, right);
            }
            return null;
        }
        if (t.is(right, Cue.OF | Cue.AI | Cue.PART)) {
            int head = t.is(right, Cue.OF) ? right + 1 : right;
            while (t.is(head, EasternSubject.FILL | Cue.WORD | Cue.TECH | Cue.ENTITY) && head < right + 5) {
                head++;
            }
            if (t.is(head, Cue.AI | Cue.PART) && who.isRole(head - 1)) {
                who.settle(head);
                who.trust(0.7);
                return who.reading(Type.DEVELOPER, head);
            }
            if (t.is(head, Cue.AI | Cue.PART) && who.endsWithBe(head)) {
                if (who.find(e) || who.at() < 0 && asked.getAsBoolean()) {
                    who.trust(Math.min(who.confidence(), who.at() < 0 ? 0.6 : 1));
                    who.deny(who.endsDenied(head));
                    return who.reading(Type.DEVELOPER, head);
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
}
