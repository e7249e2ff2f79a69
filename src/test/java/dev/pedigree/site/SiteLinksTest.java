package dev.pedigree.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteLinksTest {
    @TempDir
    Path site;

    @Test
    void findsWhatLeadsNowhere() throws IOException {
        Files.createDirectories(site.resolve("api"));
        Files.writeString(
                site.resolve("one.html"),
                "<p id='here'><a href='api/two.html#there'>a</a><a href='#here'>b</a>"
                        + "<a href='https://example.org/'>c</a><img src='none.svg'><a href='api/two.html#nowhere'>d</a>");
        Files.writeString(
                site.resolve("api/two.html"), "<p id='there'><a href='../one.html#here'>a</a><a href='../../x'>b</a>");
        SiteLinks links = SiteLinks.check(site);
        assertThat(links.broken())
                .containsExactly("api/two.html -> ../../x", "one.html -> none.svg", "one.html -> api/two.html#nowhere");
        assertThat(links.followed()).isEqualTo(6);
        assertThat(links.outside()).containsExactly("https://example.org/");
    }
}
