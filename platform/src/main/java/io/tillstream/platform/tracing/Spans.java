package io.tillstream.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Spans of the few requests whose trace the gateway chose to sample. All others cost one look at the sampled flag, which is
 * why a sale can be traced without every sale paying for it.
 */
public final class Spans implements AutoCloseable {
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final String SAMPLED = "-01";

    private final @Nullable SdkTracerProvider provider;
    private final @Nullable Tracer tracer;

    Spans(@Nullable String otlpUrl, String serviceName) {
        if (otlpUrl == null || otlpUrl.isBlank()) {
            provider = null;
            tracer = null;
        } else {
            provider = SdkTracerProvider.builder()
                    .setResource(Resource.create(Attributes.of(SERVICE, serviceName)))
                    .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                    .setEndpoint(otlpUrl)
                                    .setTimeout(Duration.ofSeconds(3))
                                    .build())
                            .setScheduleDelay(Duration.ofSeconds(1))
                            .build())
                    .build();
            tracer = provider.get("io.tillstream");
        }
    }

    /**
     * Begins a span below the given trace.
     *
     * @return null when that trace is not sampled or nobody collects spans
     */
    public @Nullable Span begin(String name, SpanKind kind, @Nullable String traceparent) {
        if (tracer == null || traceparent == null || !traceparent.endsWith(SAMPLED)) {
            return null;
        }
        SpanContext parent = SpanContext.createFromRemoteParent(
                traceparent.substring(3, 35),
                traceparent.substring(36, 52),
                TraceFlags.getSampled(),
                TraceState.getDefault());
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(Span.wrap(parent)))
                .startSpan();
    }

    /** Ends a span that {@link #begin} may have made. */
    public static void end(@Nullable Span span, @Nullable Throwable failure) {
        if (span != null) {
            if (failure != null) {
                span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
            }
            span.end();
        }
    }

    /** The traceparent of work below a span; the given one when there is no span. */
    static @Nullable String below(@Nullable Span span, @Nullable String traceparent) {
        return span == null
                ? traceparent
                : "00-" + span.getSpanContext().getTraceId() + "-"
                        + span.getSpanContext().getSpanId() + SAMPLED;
    }

    @Override
    public void close() {
        if (provider != null) {
            provider.close();
        }
    }
}
