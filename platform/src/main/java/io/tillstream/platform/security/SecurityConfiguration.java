package io.tillstream.platform.security;

import io.tillstream.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/** One filter chain, as short as it can be: every service checks the token itself, the gateway's check is only the first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenProperties.class)
public class SecurityConfiguration {
    private static final String BEARER = "Bearer ";

    @Bean
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            ObjectProvider<AccessRules> accessRules,
            AuthenticationManager tokens,
            ProblemWriter problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(rules -> {
                    rules.requestMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
                            .permitAll();
                    accessRules.orderedStream().forEach(own -> own.define(rules));
                    rules.requestMatchers("/api/**").authenticated();
                    rules.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.bearerTokenResolver(SecurityConfiguration::bearerToken)
                        .authenticationManagerResolver(request -> tokens)
                        .authenticationEntryPoint(signInFirst(problems))
                        .accessDeniedHandler(notAllowed(problems)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(signInFirst(problems))
                        .accessDeniedHandler(notAllowed(problems)))
                .build();
    }

    @Bean
    AuthenticationManager validatedTokens(JwtDecoder decoder, Clock clock, TokenProperties properties) {
        return new ValidatedTokens(decoder, clock, properties.cacheSize());
    }

    /** Keys are fetched at the first token, so that a service starts while Keycloak still does. */
    @Bean
    JwtDecoder jwtDecoder(TokenProperties properties) throws IOException {
        NimbusJwtDecoder decoder = properties.publicKey() != null
                ? NimbusJwtDecoder.withPublicKey(read(properties)).build()
                : NimbusJwtDecoder.withJwkSetUri(
                                Objects.requireNonNull(properties.jwksUrl(), "TOKEN_JWKS_URL is not set")
                                        .toString())
                        .jwsAlgorithm(SignatureAlgorithm.RS256)
                        .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(properties.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(properties.audience()))));
        return decoder;
    }

    /** Observing each authorisation costs more than the authorisation. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    private static RSAPublicKey read(TokenProperties properties) throws IOException {
        try (InputStream key = Objects.requireNonNull(properties.publicKey()).getInputStream()) {
            return Objects.requireNonNull(RsaKeyConverters.x509().convert(key));
        }
    }

    private static @Nullable String bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).trim()
                : null;
    }

    private static AuthenticationEntryPoint signInFirst(ProblemWriter problems) {
        return (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "sign-in-required",
                    "A valid access token is required: none was sent, or it has expired or was issued elsewhere. Sign in again.");
        };
    }

    private static AccessDeniedHandler notAllowed(ProblemWriter problems) {
        return (request, response, failure) -> problems.write(
                response,
                HttpStatus.FORBIDDEN,
                "role-required",
                "None of your roles allows this. Ask a manager to do it or to give you the role.");
    }
}
