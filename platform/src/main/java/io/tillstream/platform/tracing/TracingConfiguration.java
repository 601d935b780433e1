package io.tillstream.platform.tracing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The tracing side of every service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingProperties.class)
public class TracingConfiguration {
    @Bean
    Spans spans(TracingProperties properties, Environment environment) {
        return new Spans(properties.otlpUrl(), environment.getProperty("spring.application.name", "service"));
    }

    @Bean
    TraceFilter traceFilter(Spans spans) {
        return new TraceFilter(spans);
    }
}
