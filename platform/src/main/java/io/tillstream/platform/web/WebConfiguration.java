package io.tillstream.platform.web;

import io.tillstream.platform.json.DecimalStrings;
import io.tillstream.platform.security.CallerArgument;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The web side of every service. */
@Configuration(proxyBeanMethods = false)
@Import(Problems.class)
public class WebConfiguration implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Bean
    static JacksonModule decimalStrings() {
        return new DecimalStrings();
    }

    /** What is not text is not read as text: a number where a name belongs is the sender's mistake. */
    @Bean
    static JsonMapperBuilderCustomizer textIsText() {
        return json -> Set.of(LogicalType.Textual, LogicalType.Enum, LogicalType.DateTime)
                .forEach(type -> json.withCoercionConfig(
                        type,
                        coercion -> Stream.of(
                                        CoercionInputShape.Integer,
                                        CoercionInputShape.Float,
                                        CoercionInputShape.Boolean)
                                .forEach(shape -> coercion.setCoercion(shape, CoercionAction.Fail))));
    }

    /** As fine as PostgreSQL keeps time: what a first answer says is what every later one reads back. */
    @Bean
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());
    }

    @Bean
    static ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }
}
