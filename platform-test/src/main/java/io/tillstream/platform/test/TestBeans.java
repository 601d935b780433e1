package io.tillstream.platform.test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** What {@link ServiceTest} hands to a test class. */
@TestConfiguration(proxyBeanMethods = false)
class TestBeans {
    @Bean
    @Lazy
    Api api(Environment environment, JsonMapper json) {
        return new Api(environment, json);
    }

    @Bean
    @Lazy
    TestBroker testBroker(JsonMapper json) {
        return new TestBroker(TestKafka.servers(), json);
    }
}
