package dev.pedigree.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.Keys;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium that looks at pages: as wide, as light and on such paper as is asked, and that tells what the page tried to do.
 * Where it and its driver lie, the system properties {@code chromium} and {@code chromedriver} say.
 */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChromeDriver driver;

    Browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("chromium", "/usr/bin/chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions");
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.IGNORE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new java.io.File(System.getProperty("chromedriver", "/usr/bin/chromedriver")))
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    String version() {
        return driver.getCapabilities().getBrowserName() + " "
                + driver.getCapabilities().getBrowserVersion();
    }

    void open(Path page) {
        driver.get(page.toUri().toString());
    }

    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                ordered("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** {@code media}: screen, print, or empty for what is done with the page; {@code scheme}: light or dark. */
    void look(String media, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                ordered("media", media, "features", List.of(ordered("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Runs a script of ours, which may return whatever JSON can hold. */
    JsonNode run(String script, Object... arguments) {
        return JSON.valueToTree(driver.executeScript(script, arguments));
    }

    /** Runs a script that calls its last argument with its result. */
    JsonNode runLater(String script) {
        return JSON.valueToTree(driver.executeAsyncScript(script));
    }

    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** Waits for two frames, so that what was asked of the page is seen. */
    void settle() {
        runLater("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)));");
    }

    /** The whole page, at its width. */
    void screenshot(Path file) throws IOException {
        settle();
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", ordered("format", "png", "captureBeyondViewport", true));
        Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
    }

    /** The page on paper, in inches. */
    byte[] print(double width, double height) {
        Map<String, Object> pdf = driver.executeCdpCommand(
                "Page.printToPDF",
                ordered(
                        "paperWidth",
                        width,
                        "paperHeight",
                        height,
                        "printBackground",
                        true,
                        "preferCSSPageSize",
                        false));
        return Base64.getDecoder().decode((String) pdf.get("data"));
    }

    /** What the page wrote on the console since this was last asked. */
    List<String> console() {
        List<String> lines = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            lines.add(entry.getLevel() + " " + entry.getMessage());
        }
        return lines;
    }

    /** Requests to anywhere but the page itself, and dialogs, since this was last asked. */
    List<String> deeds(Path page) throws IOException {
        List<String> deeds = new ArrayList<>();
        String own = page.toUri().toString();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = JSON.readTree(entry.getMessage()).path("message");
            String method = message.path("method").asText();
            String url = message.path("params")
                    .path("request")
                    .path("url")
                    .asText("")
                    .replaceFirst("#.*", "");
            if (method.equals("Network.requestWillBeSent") && !url.equals(own)) {
                deeds.add("request " + url);
            }
            if (method.startsWith("Page.javascriptDialog")
                    || method.equals("Page.windowOpen")
                    || method.startsWith("Page.download")) {
                deeds.add(method);
            }
        }
        return deeds;
    }

    /** The accessibility checker's source, ready to run. */
    static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
