package dev.pedigree.site;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows every link of a site that lies in a folder, to files and to places in them. Links that leave it are counted only. */
public final class SiteLinks {
    private final Path root;
    private final Map<Path, Set<String>> places = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final Set<String> outside = new TreeSet<>();
    private int followed;

    private SiteLinks(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    static SiteLinks check(Path root) throws IOException {
        SiteLinks links = new SiteLinks(root);
        try (Stream<Path> files = Files.walk(links.root)) {
            for (Path page :
                    files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
                links.follow(page);
            }
        }
        return links;
    }

    /**
     * Fails where a link is broken; the site is checked so when it is made.
     *
     * @param args the folder of the site
     * @throws IOException if it cannot be read
     */
    public static void main(String[] args) throws IOException {
        SiteLinks links = check(Path.of(args[0]));
        PrintStream out = System.out;
        out.println(links.followed + " links in the site, " + links.broken.size() + " broken; " + links.outside.size()
                + " addresses outside, not followed");
        links.broken.forEach(out::println);
        Files.write(Path.of(args[0]).resolveSibling("site-links-outside.txt"), links.outside);
        if (!links.broken.isEmpty()) {
            throw new IllegalStateException(links.broken.size() + " broken links");
        }
    }

    List<String> broken() {
        return broken;
    }

    Set<String> outside() {
        return outside;
    }

    int followed() {
        return followed;
    }

    private void follow(Path page) throws IOException {
        Document document = Jsoup.parse(page.toFile(), "UTF-8");
        for (Element element : document.select("[href], [src]")) {
            String link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            if (link.matches("(?i)(https?:)?//.*|mailto:.*")) {
                outside.add(link);
            } else if (!link.startsWith("javascript:") && !link.startsWith("data:")) {
                followed++;
                follow(page, link);
            }
        }
    }

    private void follow(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        String file = URLDecoder.decode(parts[0].replaceFirst("\\?.*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (Files.isDirectory(target)) {
            target = target.resolve("index.html");
        }
        if (!target.startsWith(root) || !Files.exists(target)) {
            broken.add(root.relativize(page) + " -> " + link);
        } else if (parts.length > 1 && !parts[1].isEmpty() && target.toString().endsWith(".html")) {
            String place = URLDecoder.decode(parts[1].replace("+", "%2B"), StandardCharsets.UTF_8);
            if (!places(target).contains(place) && !places(target).contains(parts[1])) {
                broken.add(root.relativize(page) + " -> " + link);
            }
        }
    }

    private Set<String> places(Path page) throws IOException {
        Set<String> known = places.get(page);
        if (known == null) {
            known = new TreeSet<>();
            for (Element element : Jsoup.parse(page.toFile(), "UTF-8").select("[id], a[name]")) {
                known.add(element.id());
                known.add(element.attr("name"));
            }
            places.put(page, known);
        }
        return known;
    }
}
