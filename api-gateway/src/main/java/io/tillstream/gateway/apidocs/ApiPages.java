package io.tillstream.gateway.apidocs;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /docs}: Swagger UI from our own jar, with a list of all services to choose from. */
@Configuration(proxyBeanMethods = false)
class ApiPages implements WebFluxConfigurer {
    private static final String SWAGGER_UI = "classpath*:/META-INF/resources/webjars/swagger-ui/*/swagger-ui-bundle.js";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/swagger-ui/**").addResourceLocations(swaggerUi());
        registry.addResourceHandler("/docs/**").addResourceLocations("classpath:/docs/");
    }

    @Bean
    RouterFunction<ServerResponse> docsPage() {
        return RouterFunctions.route()
                .GET("/docs", _ -> ServerResponse.ok().bodyValue(new ClassPathResource("docs/index.html")))
                .build();
    }

    private static String swaggerUi() {
        try {
            Resource bundle = new PathMatchingResourcePatternResolver().getResources(SWAGGER_UI)[0];
            return bundle.createRelative("").getURL().toString();
        } catch (IOException unreadable) {
            throw new IllegalStateException("Swagger UI is not in the jar", unreadable);
        }
    }
}
