package dev.pedigree.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The language of a sentence, told by its script and its commonest words. */
final class LanguageGuess {
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        put("en", "the i i'm am is are was by of and to an my you as not language your in it this for with call me");
        put(
                "es",
                "estoy pertenezco provengo vengo nací conoce sobre quien ha está están pero sino porque ni nada ver comparto uso nunca este esta nosotros cuando si te tú se sus al lo equipo compañía servidores conocimiento funciono baso modelo ningún gracias sí soy empresa fue el la los las soy fui una un por de y en mi no me como que es puedes puede llamarme llámame creó entrenó desarrolló si yo del llamo tengo con para empresa ser su creado");
        put(
                "fr",
                "à j'appartiens j'utilise n'ai c'est sur chez mes qui m' n' d' l' t' société équipe j'étais suis-je ce cela aucun été avec pour dans aux sont mais connaissances merci oui non tout nom le la les je suis une un par de et mon ma ne pas en que est des du moi c'est qui m'a m'appelle j'ai d'un l'ia comme vous au j'ai entreprise");
        put(
                "de",
                "hat haben bei aus wie dass wir gehöre stamme heiße heißt mir sondern aber hinter meinem meinen meiner durch es für wer wäre bin nein ja firma steht stehen wissen sind werde der die das ich bin ein eine von und mein meine nicht ist wurde als mit dem den im zu du kannst nennen heiße habe auf mich sie kein");
        put(
                "pt",
                "à ao às não pertenço venho estou está são mas nem nunca sobre quem isso este esta minhas meus equipe empresa foi ela ele tenho conhecimento servidores obrigado chamo há ainda nada te mim um o a os as sou fui uma um por de e meu minha não pode chamar criou treinou desenvolveu se me como que é eu do da em chamo pela pelo com você uso");
    }

    private LanguageGuess() {}

    private static void put(String tag, String words) {
        for (String word : words.split(" ")) {
            WORDS.merge(word, tag, (a, b) -> a + ' ' + b);
        }
    }

    /**
     * Guesses.
     *
     * @param text any text
     * @param from where to look
     * @param to where to stop
     * @param fallback what to answer for Latin script without a common word
     * @return one of the nine tags
     */
    static String of(String text, int from, int to, String fallback) {
        int[] scripts = new int[6];
        for (int i = from; i < to; i++) {
            scripts[Letters.script(text.charAt(i))]++;
        }
        if (scripts[Letters.KANA] > 0 && scripts[Letters.KANA] * 5 >= scripts[Letters.HAN]) {
            return "ja";
        }
        if (scripts[Letters.HANGUL] > 0 && scripts[Letters.HANGUL] >= scripts[Letters.HAN]) {
            return "ko";
        }
        if (scripts[Letters.HAN] > 2 && scripts[Letters.HAN] * 8 > scripts[Letters.LATIN]) {
            return "zh";
        }
        if (scripts[Letters.CYRILLIC] > 2 && scripts[Letters.CYRILLIC] * 3 > scripts[Letters.LATIN]) {
            return "ru";
        }
        return latin(text, from, to, fallback);
    }

    /**
     * The other language of a sentence that mixes scripts, as where an English name stands in a short Chinese sentence.
     *
     * @param first the language already tried
     * @return a tag, or empty where there is no other script
     */
    static String second(String text, int from, int to, String first) {
        int[] scripts = new int[6];
        for (int i = from; i < to; i++) {
            scripts[Letters.script(text.charAt(i))]++;
        }
        String other = scripts[Letters.KANA] > 0
                ? "ja"
                : scripts[Letters.HANGUL] > 0
                        ? "ko"
                        : scripts[Letters.HAN] > 0 ? "zh" : scripts[Letters.CYRILLIC] > 0 ? "ru" : "";
        if (other.isEmpty()) {
            return "";
        }
        return other.equals(first) ? scripts[Letters.LATIN] > 12 ? "en" : "" : other;
    }

    private static String latin(String text, int from, int to, String fallback) {
        List<String> tags = List.of("en", "es", "fr", "de", "pt");
        int[] votes = new int[tags.size()];
        int i = from;
        while (i < to) {
            int start = i;
            while (i < to && (Letters.script(text.charAt(i)) == Letters.LATIN || isApostrophe(text.charAt(i)))) {
                i++;
            }
            if (i > start && i - start < 12) {
                String found = WORDS.get(Letters.fold(text.substring(start, i)));
                if (found != null) {
                    for (String tag : found.split(" ")) {
                        votes[tags.indexOf(tag)]++;
                    }
                }
            }
            i = Math.max(i, start + 1);
        }
        int best = Math.max(0, tags.indexOf(fallback));
        int leaders = 0;
        for (int k = 0; k < votes.length; k++) {
            if (votes[k] > votes[best]) {
                best = k;
            }
        }
        for (int vote : votes) {
            leaders += vote == votes[best] ? 1 : 0;
        }
        return leaders > 1 && (fallback.isEmpty() || votes[best] == 0) ? fallback : tags.get(best);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }
}
