package io.tillstream.gateway.route;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.tillstream.gateway.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Refuses a body over its limit. It first reads on for a while and throws away what it reads: a client that is still
 * sending when the connection closes loses the answer that says why.
 */
public final class BodyLimit {
    private static final long READ_ON_BYTES = 16 * 1024 * 1024;
    private static final Duration READ_ON_TIME = Duration.ofSeconds(10);

    private BodyLimit() {}

    /**
     * Ends with {@link Refusal#tooLarge}.
     *
     * @param limit bytes
     */
    public static <T> Mono<T> refuse(ServerWebExchange exchange, long limit) {
        Mono<T> refusal = Mono.error(() -> Refusal.tooLarge(limit));
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        if (request.requestHeaders().contains(HttpHeaderNames.EXPECT)) {
            return refusal;
        }
        AtomicLong seen = new AtomicLong();
        return request.receive()
                .takeUntil(part -> seen.addAndGet(part.readableBytes()) > READ_ON_BYTES)
                .take(READ_ON_TIME)
                .then(refusal);
    }

    /** The body, up to its limit in bytes; one that turns out longer ends with {@link Refusal#tooLarge}. */
    static Flux<ByteBuf> upTo(long limit, HttpServerRequest request) {
        AtomicLong seen = new AtomicLong();
        return request.receive()
                .<ByteBuf>handle((part, passed) -> {
                    long read = seen.addAndGet(part.readableBytes());
                    if (read <= limit) {
                        passed.next(part.retain());
                    } else if (read > limit + READ_ON_BYTES) {
                        passed.error(Refusal.tooLarge(limit));
                    }
                })
                .concatWith(Mono.defer(() -> seen.get() > limit ? Mono.error(Refusal.tooLarge(limit)) : Mono.empty()));
    }
}
