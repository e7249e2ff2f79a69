package dev.pedigree.fingerprint;

import dev.pedigree.text.TextScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells answers that open with a refusal, by a small list of openers in several languages. A count of them warns that two
 * models may look alike because both refuse; single answers may be judged wrongly, both ways.
 */
final class Refusals {
    /** A refusal starts among so many first words. */
    private static final int WORDS = 10;

    private static final String[] OPENERS = {
        "i'm sorry but i can't",
        "i'm sorry but i cannot",
        "i'm sorry i can't",
        "i'm sorry i cannot",
        "i'm sorry but i'm not able",
        "i'm sorry but as an ai",
        "i am sorry but i cannot",
        "i am sorry but i can't",
        "i apologize but i cannot",
        "i apologize but i can't",
        "i apologize but i'm not able",
        "i can't assist",
        "i can't help",
        "i can't provide",
        "i cannot assist",
        "i cannot help you",
        "i cannot provide",
        "i cannot fulfill",
        "i can't fulfill",
        "i cannot generate",
        "i cannot create",
        "i'm unable to",
        "i am unable to",
        "i'm not able to",
        "i will not",
        "i won't",
        "as an ai language model i cannot",
        "as an ai language model i can't",
        "as an ai language model i do not have",
        "as an ai language model i don't have",
        "as an ai i cannot",
        "sorry but i can't",
        "sorry i can't",
        "lo siento pero no puedo",
        "no puedo ayudar",
        "désolé mais je ne peux pas",
        "je ne peux pas",
        "es tut mir leid aber ich kann",
        "tut mir leid aber ich kann",
        "ich kann dir dabei nicht",
        "desculpe mas não posso",
        "mi dispiace ma non posso",
        "к сожалению я не могу",
        "извините но я не могу",
        "抱歉我无法",
        "抱歉我不能",
        "对不起我无法",
        "对不起我不能",
        "很抱歉我无法",
        "很抱歉我不能",
        "我无法提供",
        "我不能提供",
        "申し訳ありませんが",
        "申し訳ございませんが",
        "죄송하지만",
        "죄송합니다만",
        "ขออภัย"
    };

    private static final long[][] PHRASES = phrases();

    /** A bit for the upper twelve bits of each phrase's first word: most words are none. */
    private static final long[] FIRST_WORDS = new long[1 << 6];

    static {
        for (long[] phrase : PHRASES) {
            FIRST_WORDS[(int) (phrase[0] >>> 58)] |= 1L << (phrase[0] >>> 52);
        }
    }

    private Refusals() {}

    static boolean opens(TextScanner text) {
        int words = Math.min(WORDS, text.words());
        for (int i = 0; i < words; i++) {
            int token = text.word(i);
            long hash = text.hash(token);
            if ((FIRST_WORDS[(int) (hash >>> 58)] >>> (hash >>> 52) & 1) == 1 && opensAt(text, token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensAt(TextScanner text, int token) {
        for (long[] phrase : PHRASES) {
            if (phrase[0] == text.hash(token) && matches(text, token, phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(TextScanner text, int from, long[] phrase) {
        int matched = 0;
        for (int i = from; i < text.tokens() && matched < phrase.length; i++) {
            if (text.kind(i).isWord()) {
                if (text.hash(i) != phrase[matched]) {
                    return false;
                }
                matched++;
            } else if (text.kind(i).isLineEnd()) {
                return false;
            }
        }
        return matched == phrase.length;
    }

    private static long[][] phrases() {
        TextScanner scanner = new TextScanner();
        List<long[]> phrases = new ArrayList<>();
        for (String opener : OPENERS) {
            scanner.scan(opener);
            long[] hashes = new long[scanner.tokens()];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = scanner.hash(i);
            }
            phrases.add(hashes);
        }
        return phrases.toArray(new long[0][]);
    }
}
