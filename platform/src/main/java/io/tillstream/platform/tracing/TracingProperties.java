package io.tillstream.platform.tracing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where spans go.
 *
 * @param otlpUrl an OpenTelemetry collector's HTTP endpoint ({@code http://collector:4318/v1/traces}); without it no span is
 *     made, and only the trace id in the logs tells what belongs together
 */
@ConfigurationProperties("tillstream.tracing")
public record TracingProperties(@Nullable String otlpUrl) {}
