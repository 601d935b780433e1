package io.tillstream.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay over HTTP, as the tills of a store use it. */
class StoreEdgeTest {

    private static final String CONSOLE = "http://localhost:8080";
    private static final String BOX = "/boxes/" + "ab".repeat(32);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String sale = UUID.randomUUID().toString();
    private StoreEdge edge;

    @BeforeEach
    void start() throws IOException {
        start(Clock.systemUTC());
    }

    private void start(Clock clock) throws IOException {
        Settings settings =
                Settings.from(Map.of("SERVER_PORT", "0", "PUBLIC_URL", CONSOLE, "EDGE_FOLDER", folder.toString()));
        edge = StoreEdge.start(settings, clock);
    }

    private void restart(Clock clock) throws IOException {
        edge.close();
        start(clock);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void ofManyTillsThatAskAtOnceOneGetsTheSale() throws Exception {
        park(BOX, sale, "basket");
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int till = 1; till <= 16; till++) {
                String name = "till-000" + till;
                asked.add(tills.submit(() -> take(sale, name).statusCode()));
            }
            for (Future<Integer> one : asked) {
                answers.add(one.get());
            }
        }
        assertThat(answers).containsOnlyOnce(200).contains(409).hasSize(16);
    }

    @Test
    void theTillThatGotItMayAskAgainAndOthersLearnWhoHasIt() throws IOException {
        park(BOX, sale, "basket");
        assertThat(take(sale, "till-0001").statusCode()).isEqualTo(200);
        assertThat(take(sale, "till-0001").statusCode()).isEqualTo(200);
        HttpResponse<String> late = take(sale, "till-0002");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).at("/takenBy").asText()).isEqualTo("till-0001");
        assertThat(json(late).at("/claim").asText()).isEqualTo("claim of till-0001");
    }

    @Test
    void whatWasTakenIsNeverParkedAgain() throws IOException {
        take(sale, "till-0001");
        assertThat(json(park(BOX, sale, "basket")).at("/takenBy").asText()).isEqualTo("till-0001");
        assertThat(get(BOX).body()).doesNotContain("basket");
    }

    @Test
    void aRestartLosesNothing() throws IOException {
        String other = UUID.randomUUID().toString();
        put(BOX + "/tills/till-0001", "{\"sealed\": \"open since nine\"}");
        park(BOX, sale, "basket");
        park(BOX, other, "second basket");
        take(sale, "till-0002");
        JsonNode before = json(get(BOX));

        restart(Clock.systemUTC());

        JsonNode after = json(get(BOX));
        assertThat(after.get("tills")).isEqualTo(before.get("tills"));
        assertThat(after.get("parked")).hasSize(2).containsExactlyInAnyOrderElementsOf(before.get("parked"));
        assertThat(take(sale, "till-0003").statusCode()).isEqualTo(409);
    }

    @Test
    void aFileThatCanNotBeReadKeepsNobodyFromTheOthers() throws IOException {
        park(BOX, sale, "basket");
        Files.writeString(folder.resolve(BOX.substring(7)).resolve("parked/" + UUID.randomUUID() + ".json"), "{\"id\"");
        restart(Clock.systemUTC());
        assertThat(json(get(BOX)).get("parked")).hasSize(1);
    }

    @Test
    void whoKnowsAnotherBoxSeesNothingOfThisOne() throws IOException {
        park(BOX, sale, "basket");
        String foreign = "/boxes/" + "cd".repeat(32);
        assertThat(get(foreign).body()).isEqualTo("{\"tills\":[],\"parked\":[]}");
        assertThat(put(foreign + "/parked/" + sale + "/taking-up", claim("till-0009"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(take(sale, "till-0001").statusCode()).isEqualTo(200);
        assertThat(get("/boxes").statusCode()).isEqualTo(404);
        assertThat(get("/boxes/..").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsOlderThanAWeekLeavesByItself() throws IOException {
        restart(Clock.fixed(NOON, ZoneOffset.UTC));
        park(BOX, sale, "basket");
        restart(Clock.fixed(NOON.plus(Mailboxes.KEPT), ZoneOffset.UTC));
        assertThat(get(BOX).body()).contains("basket");
        restart(Clock.fixed(NOON.plus(Mailboxes.KEPT).plus(Duration.ofSeconds(1)), ZoneOffset.UTC));
        assertThat(get(BOX).body()).doesNotContain("basket");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void itHoldsOnlySoMuch() throws IOException {
        String longest = "x".repeat(Mailboxes.LONGEST_LETTER);
        assertThat(park(BOX, sale, longest + "x").statusCode()).isEqualTo(413);
        assertThat(park(BOX, sale, longest + "x".repeat(2000)).statusCode()).isEqualTo(413);
        int fit = (int) (Mailboxes.MOST_CHARACTERS / Mailboxes.LONGEST_LETTER);
        for (int each = 0; each < fit; each++) {
            assertThat(park(BOX, UUID.randomUUID().toString(), longest).statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> full = park(BOX, sale, "one more");
        String last = json(get(BOX)).at("/parked/0/id").asText();
        assertThat(take(last, "till-0001").statusCode())
                .as("a full relay still gives what it has")
                .isEqualTo(200);
        assertThat(full.statusCode()).isEqualTo(507);
        assertThat(full.body()).contains("relay-full");
        assertThat(get(BOX).statusCode()).isEqualTo(200);
    }

    @Test
    void badInputIsAnsweredWithAReason() {
        assertThat(put(BOX + "/parked/" + sale, "{").body()).contains("The body is not JSON.");
        assertThat(put(BOX + "/parked/" + sale, "{\"sealed\": 5}").body()).contains("no text 'sealed'");
        assertThat(put(BOX + "/parked/UP", "{\"sealed\": \"x\"}").statusCode()).isEqualTo(400);
        assertThat(put(BOX + "/parked/" + sale + "/eating", claim("till-0001")).statusCode())
                .isEqualTo(404);
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void onlyTheConsolesPageMayUseIt() {
        HttpResponse<String> stranger =
                send(request(BOX).header("Origin", "https://evil.example").GET());
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        HttpResponse<String> preflight = send(request(BOX)
                .header("Origin", CONSOLE)
                .header("Access-Control-Request-Private-Network", "true")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains(CONSOLE);
    }

    private HttpResponse<String> park(String box, String id, String sealed) {
        return put(box + "/parked/" + id, "{\"sealed\": \"" + sealed + "\"}");
    }

    private HttpResponse<String> take(String id, String till) {
        return put(BOX + "/parked/" + id + "/taking-up", claim(till));
    }

    private static String claim(String till) {
        return "{\"by\": \"" + till + "\", \"claim\": \"claim of " + till + "\"}";
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpResponse<String> put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
