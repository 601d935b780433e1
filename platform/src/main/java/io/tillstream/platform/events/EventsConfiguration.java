package io.tillstream.platform.events;

import io.tillstream.platform.tracing.Spans;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** The events side of every service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventsProperties.class)
public class EventsConfiguration {
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    @Bean
    Broker broker(EventsProperties properties) {
        return new Broker(properties.brokers());
    }

    @Bean
    OutboxRelay outboxRelay(DataSource dataSource, Broker broker, EventsProperties properties) {
        return new OutboxRelay(dataSource, broker, properties);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, JsonMapper json, OutboxRelay relay) {
        return new Outbox(jdbc, json, relay);
    }

    @Bean
    Consumers consumers(
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            Broker broker,
            JsonMapper json,
            Spans spans,
            EventsProperties properties) {
        return new Consumers(
                new TransactionTemplate(transactions),
                new Inbox(jdbc),
                new DeadLetters(broker),
                json,
                spans,
                properties.deliveryTries());
    }

    /** What reaches the container is an outage, never a bad event: deliver again, ever slower, until it is over. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> deliverAgainUntilTheOutageIsOver() {
        return (container, destination, group) -> {
            ExponentialBackOff pauses = new ExponentialBackOff(200, 2);
            pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
            container.setCommonErrorHandler(new DefaultErrorHandler(pauses));
        };
    }
}
