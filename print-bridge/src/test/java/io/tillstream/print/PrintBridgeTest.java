package io.tillstream.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge over HTTP, as the console and a person with a browser use it. */
class PrintBridgeTest {

    private static final String CONSOLE = "http://localhost:8080";
    private static final String RECEIPT = "Danke\n\u001dVB\0";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private PrintBridge bridge;

    @BeforeEach
    void start() throws IOException {
        Settings settings = Settings.from(Map.of(
                "SERVER_PORT",
                "0",
                "PUBLIC_URL",
                CONSOLE,
                "PRINTERS",
                "counter=paper@80, slim=paper@58, far=tcp:127.0.0.1:9@80",
                "SCALES",
                "demo=pan, deli=tcp:127.0.0.1:9",
                "PRINT_SPOOL",
                folder.toString()));
        bridge = PrintBridge.start(settings, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        bridge.close();
    }

    @Test
    void aJobComesOutOnPaperThatCanBeLookedAt() {
        UUID id = UUID.randomUUID();
        assertThat(put("/jobs/" + id + "?printer=slim", RECEIPT).statusCode()).isEqualTo(201);
        await().until(() -> get("/jobs/" + id).body().contains("PRINTED"));
        assertThat(put("/jobs/" + id + "?printer=slim", RECEIPT).statusCode()).isEqualTo(200);

        assertThat(get("/paper/slim/latest.txt").body()).isEqualTo("Danke\n");
        assertThat(get("/paper/slim/latest.png").headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(get("/paper/slim/state").body()).contains("\"receipts\":1");
        assertThat(get("/paper/slim").body()).contains("/paper/slim/0.png");
    }

    @Test
    void troubleIsSaidInWordsAndTheJobWaits() {
        UUID id = UUID.randomUUID();
        send(request("/paper/counter/state").POST(BodyPublishers.ofString("state=OUT_OF_PAPER")));
        put("/jobs/" + id + "?printer=counter", RECEIPT);

        assertThat(get("/jobs/" + id).body())
                .contains("\"state\":\"WAITING\"", "\"printerState\":\"OUT_OF_PAPER\"", "The printer is out of paper.");
        assertThat(get("/printers").body())
                .contains("\"name\":\"counter\",\"paperMm\":80,\"state\":\"OUT_OF_PAPER\"")
                .contains("\"name\":\"far\",\"paperMm\":80,\"state\":\"GONE\"");

        send(request("/paper/counter/state").POST(BodyPublishers.ofString("state=READY")));
        await().until(() -> get("/jobs/" + id).body().contains("PRINTED"));
        assertThat(get("/paper/counter/state").body()).contains("\"receipts\":1");
    }

    @Test
    void theDrawerOpensOnceForOneId() {
        String opening = "/printers/counter/drawer-openings/" + UUID.randomUUID();
        assertThat(put(opening, "").statusCode()).isEqualTo(200);
        assertThat(put(opening, "").statusCode()).isEqualTo(200);
        assertThat(get("/paper/counter/state").body()).contains("\"drawerOpenings\":1");

        HttpResponse<String> gone = put("/printers/far/drawer-openings/" + UUID.randomUUID(), "");
        assertThat(gone.statusCode()).isEqualTo(503);
        assertThat(gone.body()).contains("Open the drawer with its key.");
    }

    @Test
    void whatIsPutOnThePanIsWhatTheTillReads() {
        assertThat(get("/scales/demo").body())
                .isEqualTo(
                        "{\"name\":\"demo\",\"state\":\"STABLE\",\"says\":\"The weight stands still.\",\"kilograms\":\"0.000\"}");
        assertThat(onPan("demo", "kilograms=0.482&state=STABLE").body()).contains("On the pan: 0.482 kg.");
        assertThat(get("/scales").body())
                .contains("\"kilograms\":\"0.482\"}")
                .contains(
                        "{\"name\":\"deli\",\"state\":\"GONE\",\"says\":\"The scale does not answer: check its power and its cable.\"}");
        assertThat(onPan("demo", "kilograms=0.482&state=UNSTABLE").statusCode()).isEqualTo(200);
        assertThat(get("/scales/demo").body())
                .contains("\"state\":\"UNSTABLE\"")
                .doesNotContain("kilograms");
        assertThat(get("/").body()).contains("/pan/demo", "/paper/counter").doesNotContain("/pan/deli");

        assertThat(onPan("demo", "kilograms=0.0005&state=STABLE").statusCode()).isEqualTo(400);
        assertThat(onPan("demo", "kilograms=1&state=SOMEHOW").statusCode()).isEqualTo(400);
        assertThat(onPan("demo", "1.5").statusCode()).isEqualTo(400);
        assertThat(onPan("deli", "kilograms=1&state=STABLE").statusCode()).isEqualTo(404);
        assertThat(get("/scales/none").body()).contains("no-such-scale");
        assertThatThrownBy(() -> Settings.from(Map.of("SCALES", "counter=serial")))
                .hasMessageContaining("'counter=serial'");
        assertThatThrownBy(() -> Settings.from(Map.of("SCALES", "counter=tcp:deli")))
                .hasMessageContaining("'counter=tcp:deli'");
    }

    @Test
    void onlyTheConsolesPageMayUseIt() {
        HttpResponse<String> preflight = send(request("/jobs/" + UUID.randomUUID())
                .header("Origin", CONSOLE)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Private-Network", "true")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains(CONSOLE);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Private-Network"))
                .contains("true");

        HttpResponse<String> stranger = send(
                request("/printers").header("Origin", "https://evil.example").GET());
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void badInputIsAnsweredWithAReason() {
        UUID id = UUID.randomUUID();
        assertThat(put("/jobs/" + id + "?printer=none", RECEIPT).statusCode()).isEqualTo(404);
        assertThat(put("/jobs/no-uuid?printer=slim", RECEIPT).statusCode()).isEqualTo(400);
        assertThat(put("/jobs/" + id + "?printer=slim", "").statusCode()).isEqualTo(400);
        assertThat(put("/jobs/" + id + "?printer=slim", "x".repeat((1 << 20) + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(get("/jobs/" + id).statusCode()).isEqualTo(404);
        put("/jobs/" + id + "?printer=slim", RECEIPT);
        assertThat(put("/jobs/" + id + "?printer=slim", "other").statusCode()).isEqualTo(409);
        assertThatThrownBy(() -> Settings.from(Map.of("PRINTERS", "counter=tcp@80")))
                .hasMessageContaining("'counter=tcp@80'");
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpResponse<String> put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> onPan(String scale, String form) {
        return send(request("/pan/" + scale + "/state").POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bridge.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
