package io.tillstream.platform.apidocs;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.tillstream.platform.security.Caller;
import java.math.BigDecimal;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Teaches the generator our JSON: decimals are text, a nested record is named after its owner, null is said where it may be. */
@Configuration(proxyBeanMethods = false)
public class ApiDocsConfiguration {
    private static final String SIGNED_IN = "signedIn";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(
                        BigDecimal.class,
                        new StringSchema().format("decimal").pattern("^-?[0-9]{1,15}(\\.[0-9]{1,6})?$"));
    }

    @Bean
    static OpenAPI openApi(Environment environment) {
        return new OpenAPI()
                .info(new Info()
                        .title(environment.getRequiredProperty("spring.application.name"))
                        .version("1"))
                .addSecurityItem(new SecurityRequirement().addList(SIGNED_IN))
                .components(new Components()
                        .addSecuritySchemes(
                                SIGNED_IN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    @Bean
    static ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new RecordNames()).openapi31(true);
    }

    @Bean
    static ModelConverter nullableComponents() {
        return new NullableComponents();
    }

    @Bean
    @Order(0)
    static GlobalOpenApiCustomizer requiredProperties() {
        return new RequiredProperties();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    static GlobalOpenApiCustomizer problemResponses() {
        return new ProblemResponses();
    }
}
