package dev.pedigree.verdict;

import java.util.Collection;
import java.util.stream.Collectors;

/** The English names of the languages that fingerprints tell apart. The platform's own names differ from one Java to the next. */
final class LanguageNames {
    private LanguageNames() {}

    /** The names of languages in a row; a tag without a name, which a corpus may have declared, stands as it is. */
    static String of(Collection<String> tags) {
        return tags.stream().map(LanguageNames::of).collect(Collectors.joining(", "));
    }

    private static String of(String tag) {
        return switch (tag) {
            case "ar" -> "Arabic";
            case "cs" -> "Czech";
            case "da" -> "Danish";
            case "de" -> "German";
            case "el" -> "Greek";
            case "en" -> "English";
            case "es" -> "Spanish";
            case "fa" -> "Persian";
            case "fi" -> "Finnish";
            case "fr" -> "French";
            case "he" -> "Hebrew";
            case "hi" -> "Hindi";
            case "hu" -> "Hungarian";
            case "id" -> "Indonesian";
            case "it" -> "Italian";
            case "ja" -> "Japanese";
            case "ko" -> "Korean";
            case "nl" -> "Dutch";
            case "pl" -> "Polish";
            case "pt" -> "Portuguese";
            case "ro" -> "Romanian";
            case "ru" -> "Russian";
            case "sv" -> "Swedish";
            case "th" -> "Thai";
            case "tr" -> "Turkish";
            case "uk" -> "Ukrainian";
            case "vi" -> "Vietnamese";
            case "zh" -> "Chinese";
            default -> tag;
        };
    }
}
