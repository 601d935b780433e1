package io.tillstream.gateway;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Wiring {
    /** A client that stops in the middle of a request holds its connection no longer than this. */
    private static final Duration SILENT_CLIENT = Duration.ofSeconds(30);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    NettyServerCustomizer silentClientsAreCutOff() {
        return server -> server.readTimeout(SILENT_CLIENT);
    }
}
