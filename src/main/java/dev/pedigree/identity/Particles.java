package dev.pedigree.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The marks that Japanese and Korean write behind nouns and verbs, read off the text itself, since a mark may be part of a longer word of the
 * cues. They are closed classes: which part a noun has in its clause, and to whom a verb says that its deed was done.
 */
final class Particles {
    /** The part that a noun has in its clause. */
    enum Part {
        /** Who acts: "が", "가". */
        SUBJECT,
        /** What is spoken of, which acts where nobody else does: "は", "는". */
        TOPIC,
        /** What something is done to: "を", "를". */
        OBJECT,
        /** For whom, to whom: "に", "에게". */
        GOAL,
        /** By whom, or where: "によって", "から", "에서"; a house that acts may be marked so too. */
        SOURCE,
        /** Whose: "の", "의". */
        OWNER,
        /** No mark. */
        NONE
    }

    private record Mark(String text, Part part) {}

    private static final List<Mark> JAPANESE = List.of(
            new Mark("によって", Part.SOURCE),
            new Mark("によりまして", Part.SOURCE),
            new Mark("により", Part.SOURCE),
            new Mark("のほうで", Part.SOURCE),
            new Mark("の方で", Part.SOURCE),
            new Mark("の側で", Part.SOURCE),
            new Mark("側で", Part.SOURCE),
            new Mark("の手で", Part.SOURCE),
            new Mark("のもとで", Part.SOURCE),
            new Mark("の下で", Part.SOURCE),
            new Mark("において", Part.SOURCE),
            new Mark("こそが", Part.SUBJECT),
            new Mark("こそ", Part.SUBJECT),
            new Mark("から", Part.SOURCE),
            new Mark("には", Part.GOAL),
            new Mark("に", Part.GOAL),
            new Mark("で", Part.SOURCE),
            new Mark("が", Part.SUBJECT),
            new Mark("は", Part.TOPIC),
            new Mark("も", Part.TOPIC),
            new Mark("を", Part.OBJECT),
            new Mark("の", Part.OWNER));

    private static final List<Mark> KOREAN = List.of(
            new Mark("에 의해", Part.SOURCE),
            new Mark("에 의하여", Part.SOURCE),
            new Mark("쪽에서", Part.SOURCE),
            new Mark("측에서", Part.SOURCE),
            new Mark("의 손에서", Part.SOURCE),
            new Mark("에서", Part.SOURCE),
            new Mark("으로부터", Part.SOURCE),
            new Mark("로부터", Part.SOURCE),
            new Mark("한테서", Part.SOURCE),
            new Mark("에게서", Part.SOURCE),
            new Mark("께서", Part.SUBJECT),
            new Mark("측이", Part.SUBJECT),
            new Mark("쪽이", Part.SUBJECT),
            new Mark("야말로", Part.SUBJECT),
            new Mark("이야말로", Part.SUBJECT),
            new Mark("에게", Part.GOAL),
            new Mark("한테", Part.GOAL),
            new Mark("이", Part.SUBJECT),
            new Mark("가", Part.SUBJECT),
            new Mark("은", Part.TOPIC),
            new Mark("는", Part.TOPIC),
            new Mark("도", Part.TOPIC),
            new Mark("을", Part.OBJECT),
            new Mark("를", Part.OBJECT),
            new Mark("의", Part.OWNER));

    /** What politeness and number add to a noun before its mark. */
    private static final List<String> JAPANESE_TITLES = List.of("さん", "様", "さま", "社", "たち", "達", "方", "陣", "ら");

    private static final List<String> KOREAN_TITLES = List.of("님", "사", "들", "분들", "진", "측", "쪽");

    /** The deed is done for the speaker, or the speaker has it done: "開発してくれた", "開発していただいた", "만들어 주신". */
    private static final List<String> JAPANESE_FAVOURS = List.of(
            "てくれ", "でくれ", "てくださ", "でくださ", "て下さ", "で下さ", "ていただ", "でいただ", "て頂", "で頂", "てもら", "でもら", "ておりま", "でおりま");

    private static final List<String> KOREAN_FAVOURS =
            List.of(" 주셨", " 주신", " 준 ", " 주었", " 줬", " 주시", "주셨", "주신", "주었", "해줬", "어줬", "아줬");

    /** The subject is acted upon. */
    private static final List<String> JAPANESE_PASSIVES =
            List.of("され", "られて", "られま", "られた", "られ、", "作られ", "生まれ", "を受け", "頂い", "頂き");

    private static final List<String> KOREAN_PASSIVES =
            List.of("되었", "됐", "되어", "된 ", "됩니다", "돼", "받았", "받은", "받고", "받거든", "받은 ", "졌", "진 ", "지게 되", "태어났", "태어난");

    private static final List<String> RECEIVED = List.of("てもら", "でもら", "ていただ", "でいただ", "て頂", "で頂");

    private static final List<String> OWED = List.of("おかげ", "お陰", " 덕");

    private static final List<String> NOMINAL = List.of("のが", "のは", "のこそ", " 게", " 것이", " 건", "는게", "한게");

    /** What the speaker has from others. */
    private static final List<String> HEARSAY = List.of(
            "だそうです", "たそうです", "るそうです", "だそうだ", "らしい", "とのこと", "と聞", "と言わ", "と言う人", "という噂", "대요", "래요", "다고 해", "다고 하",
            "다고 합", "다고 들", "라고들", "다던데", "다더라", "다더군", "는 소문", "다는 말");

    private Particles() {}

    /** The place after what politeness and number add to the noun that ends at {@code at}. */
    static int afterTitles(Tokens t, int at) {
        int i = at;
        boolean more = true;
        while (more) {
            more = false;
            for (String title : isJapanese(t) ? JAPANESE_TITLES : KOREAN_TITLES) {
                boolean mark = title.length() == 1 && part(t, i) != Part.NONE && !title.equals("사");
                if (!mark && t.text().startsWith(title, i) && i + title.length() < t.to()) {
                    i += title.length();
                    more = true;
                    break;
                }
            }
        }
        return i;
    }

    /** The part that the mark at a place of the text gives the noun before it. */
    static Part part(Tokens t, int at) {
        Mark mark = mark(t, at);
        return mark == null ? Part.NONE : mark.part();
    }

    /** The place after the mark at a place of the text, or the same place. */
    static int afterMark(Tokens t, int at) {
        Mark mark = mark(t, at);
        return mark == null ? at : leap(t, at) + mark.text().length();
    }

    private static @Nullable Mark mark(Tokens t, int at) {
        int i = leap(t, at);
        for (Mark mark : isJapanese(t) ? JAPANESE : KOREAN) {
            if (t.text().startsWith(mark.text(), i) && i + mark.text().length() <= t.to()) {
                return mark;
            }
        }
        return null;
    }

    /** Korean writes "쪽에서" and what is like it apart. */
    private static int leap(Tokens t, int at) {
        boolean apart = at + 1 < t.to()
                && t.text().charAt(at) == ' '
                && (t.text().startsWith("쪽", at + 1) || t.text().startsWith("측", at + 1));
        return apart ? at + 1 : at;
    }

    /** Whether text[from, to) says that its deed was done for the speaker. */
    static boolean isFavour(Tokens t, int from, int to) {
        return holds(t, from, to, isJapanese(t) ? JAPANESE_FAVOURS : KOREAN_FAVOURS);
    }

    /** Whether text[from, to) says that somebody had a deed done by the one whom it marks as its goal: "Xに育ててもらいました". */
    static boolean isReceived(Tokens t, int from, int to) {
        return isJapanese(t) && holds(t, from, to, RECEIVED);
    }

    /** Whether text[from, to) says that something is owed to a deed. */
    static boolean isOwed(Tokens t, int from, int to) {
        return holds(t, from, to, OWED);
    }

    /** Whether what ends at a place is a clause made a noun, which the next word is: "育てたのが", "키운 게". */
    static boolean endsNominal(Tokens t, int at) {
        for (String ending : NOMINAL) {
            if (t.text().startsWith(ending, at - ending.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the subject of text[from, to) is acted upon. */
    static boolean isPassive(Tokens t, int from, int to) {
        return holds(t, from, to, isJapanese(t) ? JAPANESE_PASSIVES : KOREAN_PASSIVES);
    }

    /** Whether text[from, to) is what others say. */
    static boolean isHearsay(Tokens t, int from, int to) {
        return holds(t, from, to, HEARSAY);
    }

    static boolean holds(Tokens t, int from, int to, List<String> endings) {
        for (String ending : endings) {
            int at = t.text().indexOf(ending, from);
            if (at >= 0 && at < to) {
                return true;
            }
        }
        return false;
    }

    static boolean isJapanese(Tokens t) {
        return t.language().equals("ja");
    }
}
