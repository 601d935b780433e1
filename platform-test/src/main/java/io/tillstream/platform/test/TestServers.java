package io.tillstream.platform.test;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;

/** Hands a service under test the same environment variables that it gets in operation. */
final class TestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String DESTINATION = ".destination";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String database = "service_" + DATABASES.incrementAndGet();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-servers",
                        Map.ofEntries(
                                Map.entry("DB_URL", TestPostgres.shared().newDatabase(database)),
                                Map.entry("DB_USER", TestPostgres.APP),
                                Map.entry("DB_PASSWORD", TestPostgres.PASSWORD),
                                Map.entry("DB_OWNER_USER", TestPostgres.OWNER),
                                Map.entry("DB_OWNER_PASSWORD", TestPostgres.PASSWORD),
                                Map.entry("KAFKA_BOOTSTRAP_SERVERS", TestKafka.servers()),
                                Map.entry("TOKEN_ISSUER", Token.ISSUER),
                                Map.entry("tillstream.token.public-key", Token.publicKeyResource()),
                                Map.entry("PUBLIC_URL", "http://localhost:8080"),
                                Map.entry("tillstream.test.database", database),
                                Map.entry("logging.structured.format.console", ""),
                                Map.entry("logging.level.root", "WARN"))));
        TestKafka.ensure(boundTopics(environment));
    }

    private static Set<String> boundTopics(ConfigurableEnvironment environment) {
        Set<String> topics = new LinkedHashSet<>();
        environment.getPropertySources().forEach(source -> {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    if (name.startsWith("spring.cloud.stream.bindings.") && name.endsWith(DESTINATION)) {
                        topics.add(environment.getProperty(name, ""));
                    }
                }
            }
        });
        return topics;
    }
}
