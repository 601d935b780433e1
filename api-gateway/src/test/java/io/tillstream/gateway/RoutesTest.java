package io.tillstream.gateway;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoutesTest extends GatewayTest {
    private static final Path INTERFACES = Path.of("../docs/architecture/interfaces.md");
    private static final Pattern NOUN = Pattern.compile("\"/api/([a-z-]+)");
    private static final Pattern OWNER_ROW = Pattern.compile("^\\| ([a-z]+) \\| ((?:`[a-z-]+` ?)+)\\|$");

    /** The table "owner, nouns" of the interfaces page is the contract: each row is tried. */
    static Stream<Arguments> documentedNouns() throws IOException {
        return Files.readAllLines(INTERFACES).stream()
                .map(OWNER_ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> !row.group(1).equals("gateway"))
                .flatMap(row -> Stream.of(row.group(2).replace("`", "").strip().split(" "))
                        .map(noun -> Arguments.of(noun, row.group(1) + "-service")));
    }

    @ParameterizedTest
    @MethodSource("documentedNouns")
    void aNounGoesToItsOwnerUnchanged(String noun, String owner) {
        String path = "/api/" + noun + "/a%20b?storeId=berlin&q=%C3%A4";

        HttpResponse<String> answer = get(path, Tokens.of("store-manager"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("service").asString()).isEqualTo(owner);
        assertThat(service(owner).last().uri()).isEqualTo(path);
    }

    /** A resource that no route leads to is there for its own tests only. */
    @Test
    void everyResourceOfTheContractsIsListed() throws IOException {
        Set<Object> listed = documentedNouns().map(row -> row.get()[0]).collect(toSet());
        try (Stream<Path> contracts = Files.list(Path.of("../contracts/openapi"))) {
            assertThat(contracts.flatMap(RoutesTest::nouns).distinct()).isSubsetOf(listed);
        }
    }

    private static Stream<Object> nouns(Path contract) {
        try {
            return NOUN.matcher(Files.readString(contract)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theContractListsEveryOwner() throws IOException {
        assertThat(documentedNouns().map(row -> row.get()[1]).distinct()).hasSize(9);
    }

    @Test
    void aPutArrivesWithItsBodyAndItsAnswerComesBack() {
        service("order-service").answers(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Server", "Stub/1.0");
            StubService.send(exchange, 201, "{\"receiptNumber\":17}");
        });

        HttpResponse<String> answer = put("/api/sales/1", Tokens.of("cashier"), "{\"total\":\"9.98\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"receiptNumber\":17}");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Server")).as("what runs behind").isEmpty();
        assertThat(service("order-service").last().body()).asString().isEqualTo("{\"total\":\"9.98\"}");
    }

    /** Services stream their answers: a till would have to connect anew for every sale. */
    @Test
    void anAnswerOfUnknownLengthKeepsTheConnection() {
        service("order-service").answers(exchange -> {
            exchange.sendResponseHeaders(201, 0);
            exchange.getResponseBody().write("{\"receiptNumber\":17}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        HttpResponse<String> answer = put("/api/sales/1", Tokens.of("cashier"), "{\"total\":\"9.98\"}");

        assertThat(answer.body()).isEqualTo("{\"receiptNumber\":17}");
        assertThat(answer.headers().firstValue("connection")).isEmpty();
    }

    @Test
    void aLargeBodyAndALargeAnswerPassWhole() {
        String large = "x".repeat(1_500_000);
        service("order-service").answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(large.getBytes());
            exchange.close();
        });

        HttpResponse<String> answer = put("/api/sales/1", Tokens.of("cashier"), large);

        assertThat(answer.body()).isEqualTo(large);
        assertThat(service("order-service").last().body()).hasSize(large.length());
    }

    @Test
    void answersWithoutContentStayWithout() {
        service("order-service").answers(exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 200 : 204, -1);
            exchange.close();
        });

        assertThat(get("/api/sales/1", Tokens.of("cashier")).statusCode()).isEqualTo(204);
        assertThat(call("HEAD", "/api/sales/1", Tokens.of("cashier"), BodyPublishers.noBody(), request -> request)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatAClientSaysAboutItselfEndsAtTheGateway() {
        call(
                "GET",
                "/api/sales/1",
                Tokens.of("cashier"),
                BodyPublishers.noBody(),
                request -> request.header("X-Forwarded-For", "10.0.0.1")
                        .header("Forwarded", "for=10.0.0.1")
                        .header("Cookie", "KEYCLOAK_SESSION=secret")
                        .header("TE", "trailers"));

        Headers headers = service("order-service").last().headers();
        assertThat(headers).doesNotContainKeys("X-forwarded-for", "Forwarded", "Cookie", "Te");
        assertThat(headers.getFirst("Authorization")).startsWith("Bearer ");
    }

    @Test
    void aTraceGoesOnOrBegins() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        call(
                "GET",
                "/api/sales/1",
                Tokens.of("cashier"),
                BodyPublishers.noBody(),
                request -> request.header("traceparent", trace));
        assertThat(service("order-service").last().headers().getFirst("traceparent"))
                .isEqualTo(trace);

        call(
                "GET",
                "/api/sales/1",
                Tokens.of("cashier"),
                BodyPublishers.noBody(),
                request -> request.header("traceparent", "no trace"));
        assertThat(service("order-service").last().headers().getFirst("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void anUnknownNounIsNowhere() {
        HttpResponse<String> answer = get("/api/secrets", Tokens.of("ops"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aLargeJsonAnswerIsCompressedForWhoAsks() {
        service("catalog-service")
                .answers(exchange -> StubService.send(exchange, 200, "[" + "1,".repeat(20_000) + "1]"));

        HttpResponse<String> answer = call(
                "GET",
                "/api/price-books/berlin",
                Tokens.of("cashier"),
                BodyPublishers.noBody(),
                request -> request.header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }
}
