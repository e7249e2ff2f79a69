package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class PromptKeyProperties {
    private static final String WHITE = "[ \\t\\n\\x0b\\f\\r\\u00a0\\u3000\\ufeff]+";

    @Property
    void isThatOfTheNormalisedTexts(
            @ForAll
                    @StringLength(max = 12)
                    @Chars({' ', '\t', '\r', '\u00a0', '\u3000', '\ufeff', 'a', 'B', 'É', '\u0001'})
                    String system,
            @ForAll
                    @StringLength(min = 1, max = 12)
                    @Chars({' ', '\n', '\u00a0', '\u3000', 'x', 'Y', 'Z', '中', '@', '['})
                    String user) {
        Prompt prompt = new Prompt(List.of(new Message(Role.SYSTEM, system), new Message(Role.USER, user)));
        assertThat(prompt.key()).isEqualTo(Prompt.fingerprint(normalised(system) + '\u001f' + normalised(user)));
    }

    private static String normalised(String text) {
        return text.replaceAll(WHITE, " ")
                .replaceAll("^ | $", "")
                .chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
