package io.tillstream.gateway.problem;

import io.tillstream.gateway.observe.AccessLog;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/** Writes every failure as problem+json and keeps what happened inside out of the answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final JsonMapper json;
    private final AccessLog accessLog;

    ProblemAnswers(JsonMapper json, AccessLog accessLog) {
        this.json = json;
        this.accessLog = accessLog;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted() || failure instanceof AbortedException) {
            return Mono.error(failure);
        }
        Refusal refusal = refusalFor(failure);
        accessLog.refused(exchange, refusal.status().value(), refusal.slug());
        return write(exchange.getResponse(), refusal);
    }

    private static Refusal refusalFor(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        if (failure instanceof ResponseStatusException byStatus) {
            HttpStatus status = HttpStatus.resolve(byStatus.getStatusCode().value());
            if (status == HttpStatus.NOT_FOUND) {
                return Refusal.unknownPath();
            }
            if (failure instanceof ServerWebInputException input && input.getReason() != null) {
                return Refusal.malformed(input.getReason());
            }
            if (status != null && status.is4xxClientError()) {
                return Refusal.ofStatus(status);
            }
        }
        LOG.error("A request failed inside the gateway", failure);
        return Refusal.unforeseen();
    }

    private Mono<Void> write(ServerHttpResponse response, Refusal refusal) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + refusal.slug());
        body.put("title", refusal.title());
        body.put("status", refusal.status().value());
        body.put("detail", refusal.detail());
        byte[] bytes = json.writeValueAsBytes(body);
        response.setStatusCode(refusal.status());
        refusal.headers().forEach(response.getHeaders()::set);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().set("X-Content-Type-Options", "nosniff");
        response.getHeaders().setContentLength(bytes.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
