package dev.pedigree.corpus;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Language names, as LMSYS and WildChat write them, as BCP 47 tags. */
final class Languages {
    private static final Map<String, String> TAGS = new HashMap<>();

    static {
        String names =
                "afrikaans af albanian sq arabic ar armenian hy basque eu belarusian be bengali bn bokmal nb bosnian bs"
                        + " bulgarian bg catalan ca chinese zh croatian hr czech cs danish da dutch nl english en esperanto eo estonian et"
                        + " finnish fi french fr galician gl georgian ka german de greek el gujarati gu hebrew he hindi hi hungarian hu"
                        + " icelandic is indonesian id irish ga italian it japanese ja kazakh kk korean ko latin la latvian lv lithuanian"
                        + " lt macedonian mk malay ms marathi mr mongolian mn norwegian no nynorsk nn persian fa polish pl portuguese pt"
                        + " punjabi pa romanian ro russian ru serbian sr slovak sk slovene sl slovenian sl somali so spanish es swahili sw"
                        + " swedish sv tagalog tl tamil ta telugu te thai th turkish tr ukrainian uk urdu ur vietnamese vi welsh cy";
        String[] words = names.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            TAGS.put(words[i], words[i + 1]);
        }
    }

    private Languages() {}

    /** The tag of a language given by name; anything else as it is, but for "unknown", which is empty. */
    static String tag(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("unknown") ? "" : TAGS.getOrDefault(lower, name);
    }
}
