package io.tillstream.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;

/**
 * Prints what one PUT of a five-line sale costs the gateway: its process alone, between a stub service and 32 clients in
 * this process. Warm by count, because the compiler halves the figure between the first and the fiftieth thousand.
 */
public final class HopBench {
    private static final int CLIENTS = 32;
    private static final int ROUNDS = 6;
    private static final int REQUESTS_PER_ROUND = 30_000;
    private static final String SALE = """
            {"storeId":"berlin","tillId":"berlin-1","tillSessionId":null,"receiptNumber":17,\
            "occurredAt":"2026-11-22T10:15:00Z","businessDate":"2026-11-22","currency":"EUR","lines":[%s],\
            "taxes":[{"category":"REDUCED","rate":"7.00","net":"46.63","tax":"3.27","gross":"49.90"}],"total":"49.90",\
            "cashRounding":"0.00","tenders":[{"tenderNo":1,"type":"CASH","amount":"50.00","paymentId":null}],"change":"0.10"}\
            """;
    private static final String LINE = """
            {"lineNo":%d,"kind":"SALE","productId":"0190a2b4-7c1d-7000-8000-00000000000%1$d","sku":"ESP-250",\
            "name":"Espresso 250 g","quantity":"2","unitPrice":"4.99","discount":"0.00","taxCategory":"REDUCED",\
            "taxRate":"7.00","amount":"9.98","returnOf":null}""";
    private static final String STORED = """
            {"id":"0190a2b4-7c1d-7000-8000-000000000001","receiptNumber":17,"recordedAt":"2026-11-22T10:15:01Z",\
            "documentType":"SALE","total":"49.90"}""";

    private HopBench() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        Path jar = Path.of(arguments[0]);
        List<String> jvm = List.of(arguments).subList(1, arguments.length);
        DisposableServer stub = stub();
        int port = freePort();
        Process gateway = gateway(jar, jvm, port, stub.port());
        try {
            HttpClient client = HttpClient.create(ConnectionProvider.create("clients", CLIENTS))
                    .host("127.0.0.1")
                    .port(port);
            awaitReady(client);
            for (int round = 1; round <= ROUNDS; round++) {
                measure(round, gateway, client);
            }
        } finally {
            gateway.destroy();
            gateway.waitFor();
            stub.disposeNow();
        }
    }

    private static void measure(int round, Process gateway, HttpClient client) {
        String token = Tokens.of("cashier");
        String lines = String.join(",", Flux.range(1, 5).map(LINE::formatted).toIterable());
        ByteBuf sale = Unpooled.unreleasableBuffer(
                Unpooled.wrappedBuffer(SALE.formatted(lines).getBytes(StandardCharsets.UTF_8)));
        Duration cpuBefore = cpu(gateway);
        long began = System.nanoTime();
        Flux.range(0, REQUESTS_PER_ROUND)
                .flatMap(
                        number -> client.headers(headers -> headers.set("Authorization", "Bearer " + token)
                                        .set("Content-Type", "application/json"))
                                .put()
                                .uri("/api/sales/0190a2b4-7c1d-7000-8000-"
                                        + String.format(Locale.ROOT, "%012d", number))
                                .send(Mono.fromSupplier(sale::duplicate))
                                .responseSingle((answer, body) -> {
                                    if (answer.status().code() != 201) {
                                        return Mono.error(new IllegalStateException("answered " + answer.status()));
                                    }
                                    return body.asByteArray();
                                }),
                        CLIENTS)
                .then()
                .block(Duration.ofMinutes(3));
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpuMs = cpu(gateway).minus(cpuBefore).toNanos() / 1e6;
        System.out.printf(
                Locale.ROOT,
                "round %d: %.3f CPU ms per request in the gateway, %.0f requests/s%n",
                round,
                cpuMs / REQUESTS_PER_ROUND,
                REQUESTS_PER_ROUND / seconds);
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static DisposableServer stub() {
        byte[] stored = STORED.getBytes(StandardCharsets.UTF_8);
        byte[] keys = Tokens.publicKeys().getBytes(StandardCharsets.UTF_8);
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/certs", (_, answer) -> answer.sendByteArray(Mono.just(keys)))
                        .put(
                                "/api/sales/{id}",
                                (request, answer) -> request.receive()
                                        .aggregate()
                                        .then(answer.status(201)
                                                .header("Content-Type", "application/json")
                                                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(stored)))
                                                .then())))
                .bindNow();
    }

    private static Process gateway(Path jar, List<String> jvm, int port, int stub) throws IOException {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.redirectOutput(Path.of("target", "hop-bench.log").toFile());
        process.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "ORDER_URL",
                        "http://127.0.0.1:" + stub,
                        "TOKEN_ISSUER",
                        Tokens.ISSUER,
                        "TOKEN_JWKS_URL",
                        "http://127.0.0.1:" + stub + "/certs",
                        "TILLSTREAM_GATEWAY_LIMITS_SUBJECT_PERSECOND",
                        "1000000",
                        "TILLSTREAM_GATEWAY_LIMITS_SUBJECT_BURST",
                        "1000000"));
        return process.start();
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(HttpClient client) {
        client.get()
                .uri("/actuator/health/readiness")
                .responseSingle((answer, body) ->
                        body.asString().thenReturn(answer.status().code()))
                .filter(status -> status == 200)
                .switchIfEmpty(Mono.error(new IllegalStateException("not ready")))
                .retryWhen(reactor.util.retry.Retry.fixedDelay(60, Duration.ofMillis(500)))
                .block();
    }
}
