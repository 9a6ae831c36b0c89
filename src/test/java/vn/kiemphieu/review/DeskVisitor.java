package vn.kiemphieu.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser at an open desk: keeps cookies, follows redirects, and sends the token of the last page. */
final class DeskVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String SEAM = "----a-seam-between-the-parts-of-a-form";

    private final String desk;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";

    DeskVisitor(int port) {
        this.desk = "http://127.0.0.1:" + port;
    }

    /** What came back, after every redirect. */
    record Seen(int status, String path, String body, HttpResponse<byte[]> answer) {}

    /** A file, as a form sends it. */
    record Sent(String field, String fileName, byte[] bytes) {}

    /** Logs in. {@return this visitor} */
    DeskVisitor enter(String name, String password) {
        get("/login");
        Seen seen = post("/login", "username", name, "password", password);
        if (seen.path().startsWith("/login")) {
            throw new AssertionError(name + " was not let in");
        }
        return this;
    }

    Seen get(String path) {
        return ask(HttpRequest.newBuilder(at(path)).GET());
    }

    /** {@return what a form with these fields gets for an answer} */
    Seen post(String path, String... namesAndValues) {
        return postRaw(path, withToken(namesAndValues));
    }

    /** The same without the token that every page of the desk carries: what another site would send. */
    Seen postRaw(String path, List<String> namesAndValues) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(namesAndValues.get(i), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues.get(i + 1), StandardCharsets.UTF_8));
        }
        return ask(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** {@return what a form with these files and fields gets for an answer} */
    Seen send(String path, List<Sent> files, String... namesAndValues) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String> fields = withToken(namesAndValues);
        for (int i = 0; i < fields.size(); i += 2) {
            part(body, "name=\"" + fields.get(i) + "\"", fields.get(i + 1).getBytes(StandardCharsets.UTF_8));
        }
        for (Sent file : files) {
            part(body, "name=\"%s\"; filename=\"%s\"".formatted(file.field(), file.fileName()), file.bytes());
        }
        body.writeBytes(("--" + SEAM + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return ask(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "multipart/form-data; boundary=" + SEAM)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String named, byte[] bytes) {
        String head = "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(SEAM, named);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private List<String> withToken(String... namesAndValues) {
        List<String> fields = new java.util.ArrayList<>(Arrays.asList(namesAndValues));
        fields.addAll(List.of("_csrf", token));
        return fields;
    }

    private Seen ask(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = browser.send(request.build(), BodyHandlers.ofByteArray());
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            Matcher found = TOKEN.matcher(body);
            if (found.find()) {
                token = found.group(1);
            }
            return new Seen(answer.statusCode(), answer.uri().getPath(), body, answer);
        } catch (IOException e) {
            throw new AssertionError("The desk does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private URI at(String path) {
        return URI.create(desk + path);
    }
}
