package io.tillstream.gateway.route;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.tillstream.gateway.observe.TraceParent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads from a service for the gateway's own answers, with the caller's token and the same breaker as relayed requests. */
@Component
public class ServiceReader {
    private static final int OK = 200;

    private final RouteTable routes;
    private final double sampledTraces;

    ServiceReader(RouteTable routes, RouteSettings settings) {
        this.routes = routes;
        this.sampledTraces = settings.sampledTraces();
    }

    /**
     * @param body null unless the status is 200
     */
    public record Answer(int status, @Nullable String body) {}

    /** Ends in a {@code Refusal} when the service cannot answer. */
    public Mono<Answer> get(String noun, String pathAndQuery, String authorization) {
        return Mono.defer(() -> {
            Destination destination = Objects.requireNonNull(routes.ofNoun(noun));
            ServiceHealth service = destination.service();
            service.mustBeCallable();
            long began = System.nanoTime();
            return read(destination, pathAndQuery, authorization)
                    .doOnSuccess(answer -> service.answered(answer.status(), System.nanoTime() - began))
                    .onErrorResume(failure -> {
                        service.failed(failure, System.nanoTime() - began);
                        return Mono.error(
                                HopFailure.of(failure).inWords(service.name(), destination.timeout(), failure));
                    })
                    .doOnCancel(service::abandoned);
        });
    }

    private Mono<Answer> read(Destination destination, String pathAndQuery, String authorization) {
        return destination
                .client()
                .headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, authorization)
                        .set(HttpHeaderNames.ACCEPT, "application/json")
                        .set(TraceParent.HEADER, TraceParent.of(null, sampledTraces)))
                .get()
                .uri(pathAndQuery)
                .responseSingle((answer, content) -> answer.status().code() == OK
                        ? content.asString().map(body -> new Answer(OK, body))
                        : Mono.just(new Answer(answer.status().code(), null)));
    }
}
