package vn.kiemphieu.review;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A real browser without a window, and what it is asked about every page. */
final class Chromium implements AutoCloseable {

    /** Beside the scans. Old laptops, and a network of one evening. */
    private static final long MOST_BYTES = 200_000;

    /** The papers take half a minute on a busy machine. */
    private static final double PATIENCE_MILLIS = 100_000;

    private static final Path PICTURES = Path.of("target/desk-pages");

    /** A usual laptop, the projector of the hall, a telephone. */
    private static final List<int[]> SIZES =
            List.of(new int[] {1280, 800}, new int[] {1024, 600}, new int[] {390, 800});

    private static final String WCAG = "async () => (await axe.run(document, {runOnly: {type: 'tag', values: "
            + "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}})).violations.map("
            + "v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))";

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    private final List<String> complaints = new ArrayList<>();
    private final Map<Page, Long> bytes = new ConcurrentHashMap<>();
    private final String axe = axe();
    private final String desk;

    Chromium(int port) {
        this.desk = "http://127.0.0.1:" + port;
    }

    /** {@return a browser of somebody who has entered} */
    Page enter(String name, String password) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(desk).setLocale("vi-VN"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean refusedOnPurpose =
                    message.text().contains("status of 403") || message.text().contains("of 404");
            if (message.type().equals("error") && !refusedOnPurpose) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.onResponse(response -> weigh(page, response));
        page.navigate("/login");
        if (!name.isEmpty()) {
            // The browser gives the field its focus with the first frame it draws, which may come after the page is
            // loaded: a letter typed before that belongs to nobody.
            page.waitForFunction("document.activeElement.name === 'username'");
            page.keyboard().type(name);
            page.keyboard().press("Tab");
            page.keyboard().type(password);
            page.keyboard().press("Enter");
            page.waitForURL(desk + "/");
        }
        return page;
    }

    private void weigh(Page page, Response response) {
        if (response.request().isNavigationRequest()) {
            bytes.put(page, 0L); // another page begins
        }
        boolean picture = response.request().resourceType().equals("image");
        String length = response.headers().getOrDefault("content-length", "");
        if (!picture && !length.isEmpty()) {
            bytes.merge(page, Long.parseLong(length), Long::sum);
        }
    }

    /** Goes to a page, in both languages, looks at it in every size, and asks what stands against it. */
    void lookAt(Page page, String path, String name) {
        for (String language : List.of("en", "vi")) {
            String url = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
            page.navigate(url);
            look(page, name + "-" + language);
        }
    }

    /** Looks at the page that is open. */
    void look(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        long weight = bytes.getOrDefault(page, 0L) + page.content().getBytes(StandardCharsets.UTF_8).length;
        complain(weight < MOST_BYTES, name + " has " + weight + " bytes");
        for (int[] size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("%s-%dx%d.png".formatted(name, size[0], size[1]))));
            int over = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            complain(over <= 0, "%s is cut off at %d".formatted(name, size[0]));
        }
        page.setViewportSize(SIZES.get(0)[0], SIZES.get(0)[1]);
        page.evaluate(axe);
        ((List<?>) page.evaluate(WCAG)).forEach(violation -> complain(false, name + ": " + violation));
    }

    private void complain(boolean allIsWell, String what) {
        if (!allIsWell) {
            complaints.add(what);
        }
    }

    /** Prints it to a file, as the browser would on paper. */
    void print(Page page, String name) {
        page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve(name + ".pdf")));
    }

    /** {@return all that stands against the pages: what the browser reported, what is too heavy, cut off or hard to use} */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private static String axe() {
        try (InputStream in = Optional.ofNullable(Chromium.class.getResourceAsStream("/axe.min.js"))
                .orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
