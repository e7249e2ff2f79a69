package dev.pedigree.cli;

import dev.pedigree.internal.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers of made-up models, each with habits of its own. */
public final class Corpora {
    private static final String[] WORDS =
            ("the a of and to in is that it for was on are with they be at one have this from or had by"
                            + " but some what there we can out other were all your when up use word how said an each she which do their time"
                            + " if will way about many then them would write like so these her long make thing see him two has look more day"
                            + " could go come did my sound no most number who over know water than call first people may down side been now")
                    .split(" ");
    private static final String[] OPENINGS = {"Sure, here goes:", "Well now.", "In short,", "Let us see:", "Ah,"};
    private static final String[] CLOSINGS = {"Hope it helps!", "That is all.", "Ask me more.", "So it goes.", "Fin."};

    private Corpora() {}

    /** A file of answers in the habits of one of five models, named after the model. */
    public static Path write(Path folder, String name, int habits, int answers) throws IOException {
        SplitMix64 random = new SplitMix64(name.hashCode());
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < answers; i++) {
            lines.append("{\"id\": \"q")
                    .append(i)
                    .append("\", \"prompt\": \"Tell me about thing no. ")
                    .append(i);
            lines.append("\", \"response\": \"").append(random.nextInt(4) > 0 ? OPENINGS[habits] : "");
            for (int sentence = random.nextInt(5); sentence < 6; sentence++) {
                lines.append(' ');
                for (int word = 3 + random.nextInt(9); word > 0; word--) {
                    int favourite = (habits * 23 + random.nextInt(40)) % WORDS.length;
                    lines.append(WORDS[random.nextInt(2) == 0 ? favourite : random.nextInt(WORDS.length)]);
                    lines.append(word == 1 ? random.nextInt(5) == habits ? "!" : "." : " ");
                }
            }
            lines.append(random.nextInt(3) > 0 ? " " + CLOSINGS[habits] : "");
            lines.append("\", \"model\": \"").append(name).append("\"}\n");
        }
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name + ".jsonl"), lines);
    }

    /** A folder with five models. */
    static Path references(Path folder) throws IOException {
        String[] names = {"oak-1", "elm-1", "fir-1", "ash-1", "yew-1"};
        for (int i = 0; i < names.length; i++) {
            write(folder, names[i], i, 60);
        }
        return folder;
    }
}
