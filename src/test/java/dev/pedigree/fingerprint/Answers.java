package dev.pedigree.fingerprint;

import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Message;
import dev.pedigree.corpus.Prompt;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Role;
import dev.pedigree.corpus.Source;
import dev.pedigree.internal.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Answers to test with. */
final class Answers {
    private Answers() {}

    /** The answers of the golden files, written for this project: many languages, scripts and layouts. */
    static List<Response> golden() throws IOException {
        List<Response> responses = new ArrayList<>();
        String all = Files.readString(Path.of("fixtures", "golden", "answers.txt"));
        for (String part : all.split("(?m)^@@ ")) {
            if (!part.isEmpty()) {
                int end = part.indexOf('\n');
                String id = part.substring(0, end);
                responses.add(response(id, part.substring(end + 1), responses.size()));
            }
        }
        return responses;
    }

    private static Response response(String id, String text, int ordinal) {
        Prompt prompt = new Prompt(List.of(
                new Message(Role.SYSTEM, ordinal % 3 == 0 ? "Be kind." : ""),
                new Message(Role.USER, "Question " + id)));
        FinishReason finish = ordinal % 5 == 4 ? FinishReason.LENGTH : FinishReason.STOP;
        String reasoning = ordinal % 4 == 0 ? "Let me think about " + id + "." : "";
        String language = ordinal == 2 ? "en" : "";
        return new Response(id, prompt, text, reasoning, "m", language, 0, finish, Source.NONE);
    }

    /**
     * English-like answers of about 1,500 bytes: words by Zipf's law out of many, sentences, lists, headings.
     *
     * @param count how many
     * @param seed the generator's seed
     */
    static List<Response> made(int count, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            int length = 800 + random.nextInt(1400);
            while (text.length() < length) {
                boolean item = random.nextInt(3) == 0;
                text.append(item ? (1 + random.nextInt(5)) + ". **" : random.nextInt(9) == 0 ? "### " : "");
                for (int sentence = 0; sentence < (item ? 1 : 3); sentence++) {
                    int words = 6 + random.nextInt(18);
                    for (int w = 0; w < words; w++) {
                        int rank = (int) StrictMath.pow(60_000, random.nextDouble()); // Zipf's law
                        text.append(word(rank, w == 0)).append(item && w == 2 ? ":**" : "");
                        text.append(w + 1 == words ? ". " : random.nextInt(11) == 0 ? ", " : " ");
                    }
                }
                text.append(item ? "\n" : "\n\n");
            }
            responses.add(Response.of("a" + i, "Question number " + i, text.toString()));
        }
        return responses;
    }

    private static String word(int rank, boolean capital) {
        SplitMix64 letters = new SplitMix64(rank);
        int length = 1 + letters.nextInt(3) + (rank > 40 ? 2 + letters.nextInt(7) : 1);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("etaoinshrdlucmfwypvbgk".charAt(Math.min(letters.nextInt(22), letters.nextInt(22))));
        }
        return capital ? (char) (word.charAt(0) - 32) + word.substring(1) : word.toString();
    }
}
