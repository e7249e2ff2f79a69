package dev.pedigree.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page that lists the public API is what the classes are, so that no change to it goes unseen. {@code -Dapi.write=true} writes the
 * page again.
 */
class PublicApiTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "api.md");
    private static final String FROM = "<!-- from here on written by PublicApiTest -->\n";

    @Test
    void thePageListsWhatIsPublic() throws Exception {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(FROM) + FROM.length());
        String listed = PublicApi.markdown();
        assertThat(listed).contains("record Response(", "class LineageAudit\n", "enum Strength\n");
        if (Boolean.getBoolean("api.write")) {
            Files.writeString(PAGE, head + listed);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(head + listed);
    }
}
