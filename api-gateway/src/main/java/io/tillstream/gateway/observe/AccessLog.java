package io.tillstream.gateway.observe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** One structured line for each request that failed or whose trace is sampled; the rest only counts in the metrics. */
@Component
public class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    public void relayed(ServerWebExchange exchange, String service, int status, long nanos, String traceParent) {
        if (status >= 400 || TraceParent.isSampled(traceParent)) {
            ServerHttpRequest request = exchange.getRequest();
            LOG.atInfo()
                    .addKeyValue("method", request.getMethod())
                    .addKeyValue("path", request.getURI().getRawPath())
                    .addKeyValue("status", status)
                    .addKeyValue("service", service)
                    .addKeyValue("micros", nanos / 1_000)
                    .addKeyValue("traceparent", traceParent)
                    .log("relayed");
        }
    }

    public void refused(ServerWebExchange exchange, int status, String slug) {
        ServerHttpRequest request = exchange.getRequest();
        LOG.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getURI().getRawPath())
                .addKeyValue("status", status)
                .addKeyValue("problem", slug)
                .addKeyValue("remote", request.getRemoteAddress())
                .log("refused");
    }
}
