package io.tillstream.gateway.route;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.tillstream.gateway.limit.ClientAddress;
import io.tillstream.gateway.observe.AccessLog;
import io.tillstream.gateway.observe.TraceParent;
import io.tillstream.gateway.problem.Refusal;
import java.util.Objects;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The hop: sends a request to its service and the answer back. Headers go from Netty to Netty, and a small body travels
 * with its headers in one write; that is most of what makes it cheaper than the stock routing filters.
 */
@Component
class Relay implements GlobalFilter {
    private static final long ONE_WRITE_BYTES = 64 * 1024;

    private final AccessLog accessLog;
    private final ClientAddress addresses;
    private final double sampledTraces;

    Relay(AccessLog accessLog, ClientAddress addresses, RouteSettings settings) {
        this.accessLog = accessLog;
        this.addresses = addresses;
        this.sampledTraces = settings.sampledTraces();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Destination destination = Objects.requireNonNull(Destination.chosenFor(exchange));
        ServiceHealth service = destination.service();
        service.mustBeCallable();
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        String traceParent = TraceParent.of(request.requestHeaders().get(TraceParent.HEADER), sampledTraces);
        Mono<Void> hop = hop(exchange, destination, request, traceParent);
        if (Destination.isSafe(exchange.getRequest().getMethod())) {
            Mono<Void> again = hop;
            hop = hop.onErrorResume(HopFailure::wasNotSent, _ -> again);
        }
        long began = System.nanoTime();
        return hop.doOnSuccess(_ -> answered(exchange, service, System.nanoTime() - began, traceParent))
                .onErrorResume(failure -> Mono.error(failed(failure, destination, System.nanoTime() - began)))
                .doOnCancel(service::abandoned);
    }

    private void answered(ServerWebExchange exchange, ServiceHealth service, long nanos, String traceParent) {
        HttpStatusCode status = Objects.requireNonNull(exchange.getResponse().getStatusCode());
        service.answered(status.value(), nanos);
        accessLog.relayed(exchange, service.name(), status.value(), nanos, traceParent);
    }

    private static Throwable failed(Throwable failure, Destination destination, long nanos) {
        if (failure instanceof Refusal || failure instanceof AbortedException) {
            destination.service().abandoned();
            return failure;
        }
        destination.service().failed(failure, nanos);
        return HopFailure.of(failure).inWords(destination.service().name(), destination.timeout(), failure);
    }

    private Mono<Void> hop(
            ServerWebExchange exchange, Destination destination, HttpServerRequest request, String traceParent) {
        HttpHeaders received = request.requestHeaders();
        HttpClient.RequestSender sender = destination
                .client()
                .headers(sent -> {
                    if (destination.isSignIn()) {
                        RelayedHeaders.toSignIn(received, sent, addresses.of(exchange.getRequest()));
                    } else {
                        RelayedHeaders.toService(received, sent);
                    }
                    sent.set(TraceParent.HEADER, traceParent);
                })
                .request(request.method())
                .uri(request.uri());
        HttpClient.ResponseReceiver<?> receiver =
                carriesBody(received) ? sender.send(body(request, destination.maxBody())) : sender;
        return receiver.response((answer, content) -> answer(exchange, answer, content))
                .then();
    }

    private static boolean carriesBody(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.TRANSFER_ENCODING) || length(headers) > 0;
    }

    private static Publisher<ByteBuf> body(HttpServerRequest request, long limit) {
        long length = length(request.requestHeaders());
        if (length < 0) {
            return BodyLimit.upTo(limit, request);
        }
        return length <= ONE_WRITE_BYTES
                ? request.receive().aggregate().retain()
                : request.receive().retain();
    }

    private static Mono<Void> answer(ServerWebExchange exchange, HttpClientResponse answer, ByteBufFlux content) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
        HttpServerResponse sent = ServerHttpResponseDecorator.getNativeResponse(response);
        RelayedHeaders.toClient(answer.responseHeaders(), sent.responseHeaders());
        long length = length(answer.responseHeaders());
        if (length == 0
                || hasNoContent(
                        exchange.getRequest().getMethod(), answer.status().code())) {
            return response.setComplete();
        }
        NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
        return length > 0 && length <= ONE_WRITE_BYTES
                ? response.writeWith(content.aggregate().retain().map(buffers::wrap))
                : response.writeWith(content.retain().map(buffers::wrap));
    }

    private static boolean hasNoContent(HttpMethod method, int status) {
        return method.equals(HttpMethod.HEAD) || status == 204 || status == 304;
    }

    private static long length(HttpHeaders headers) {
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }
}
