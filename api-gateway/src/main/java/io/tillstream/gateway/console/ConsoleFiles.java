package io.tillstream.gateway.console;

import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;

/**
 * The console's files. What carries a hash in its name is kept for ever, everything else is asked for again each time;
 * a file with a .br or .gz beside it travels as that.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebFluxConfigurer {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final String console;
    private final String hashed;

    ConsoleFiles(ConsoleSettings settings) {
        console = "file:" + settings.dir().toAbsolutePath() + "/";
        hashed = console + "assets/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.setOrder(Ordered.LOWEST_PRECEDENCE);
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(hashed)
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
        // not cached in memory: every path of the application would leave an entry
        ResourceHandlerRegistration pages = registry.addResourceHandler("/**").addResourceLocations(console);
        pages.setMediaTypes(Map.of("webmanifest", MediaType.valueOf("application/manifest+json")));
        pages.setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new SinglePage());
    }
}
