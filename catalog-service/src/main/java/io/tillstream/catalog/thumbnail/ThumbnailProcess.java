package io.tillstream.catalog.thumbnail;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The thumbnail function as a process of its own, from the same jar: no database, no broker, no sign-in, so that a platform may
 * start it for one picture and stop it again. It belongs behind the cluster's network, never behind the gateway.
 *
 * <p>{@code java -cp application.jar io.tillstream.catalog.thumbnail.ThumbnailProcess}, then {@code POST /thumbnails} with a
 * picture as the body.
 */
@Import({ThumbnailConfiguration.class, ThumbnailEndpoint.class})
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ContextFunctionCatalogAutoConfiguration.class
})
public final class ThumbnailProcess {
    private ThumbnailProcess() {}

    static void main(String[] args) {
        start(args);
    }

    public static ConfigurableApplicationContext start(String... args) {
        SpringApplication process = new SpringApplicationBuilder(ThumbnailProcess.class)
                .properties("spring.config.name=thumbnails", "spring.application.name=thumbnails")
                .build();
        return process.run(args);
    }
}
