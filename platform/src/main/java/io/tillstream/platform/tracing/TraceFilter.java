package io.tillstream.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Puts the request's trace id into every log line and, through the outbox, into every event it causes. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TraceFilter extends OncePerRequestFilter {
    private final Spans spans;

    TraceFilter(Spans spans) {
        this.spans = spans;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String received = request.getHeader(Traceparent.HEADER);
        Span span = spans.begin(request.getMethod(), SpanKind.SERVER, received);
        Traceparent.enter(Spans.below(span, received));
        try {
            chain.doFilter(request, response);
        } finally {
            if (span != null) {
                Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
                span.updateName(request.getMethod() + " " + (pattern == null ? "" : pattern));
                span.setAttribute("http.response.status_code", response.getStatus());
                Spans.end(span, null);
            }
            Traceparent.leave();
        }
    }
}
