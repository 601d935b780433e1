package io.tillstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest extends GatewayTest {
    private static final String SALE = "/api/sales/0190";

    static Stream<Named<String>> unacceptable() throws JOSEException {
        SignedJWT bySharedSecret = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256), Tokens.claims("cashier").build());
        bySharedSecret.sign(new MACSigner(Tokens.publicKeys().getBytes(StandardCharsets.UTF_8)));
        return Stream.of(
                Named.of("foreign issuer", Tokens.changed(claims -> claims.issuer("https://evil.example"), "cashier")),
                Named.of("other audience", Tokens.changed(claims -> claims.audience("other-api"), "cashier")),
                Named.of("no audience", Tokens.changed(claims -> claims.audience((String) null), "cashier")),
                Named.of("no subject", Tokens.changed(claims -> claims.subject(null), "cashier")),
                Named.of("no end", Tokens.changed(claims -> claims.expirationTime(null), "cashier")),
                Named.of("stranger's key", Tokens.signedByStranger()),
                Named.of("algorithm RS384", Tokens.signedWith(JWSAlgorithm.RS384)),
                Named.of("algorithm none", new PlainJWT(Tokens.claims("cashier").build()).serialize()),
                Named.of("public key as shared secret", bySharedSecret.serialize()),
                Named.of("cut off", Tokens.of("cashier").substring(0, 200)),
                Named.of("no token at all", "let-me-in"));
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void aTokenThatIsNotTheRealmsIsRefused(String token) {
        HttpResponse<String> answer = get(SALE, token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .contains("invalid_token");
        assertThat(json(answer).path("type").asString()).isEqualTo("/problems/sign-in-required");
        assertThat(json(answer).path("detail").asString()).contains("Sign in there");
        assertThat(service("order-service").received()).isEmpty();
    }

    @Test
    void anExpiredTokenIsToldApart() {
        String token = Tokens.changed(
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60))), "cashier");

        HttpResponse<String> answer = get(SALE, token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("detail").asString()).contains("expired").contains("refresh");
    }

    @Test
    void aRememberedTokenStillEnds() throws Exception {
        // the clock skew of 30 s is granted, so this token has a few more seconds to live
        Instant end = Instant.now().minusSeconds(26);
        String token = Tokens.changed(claims -> claims.expirationTime(Date.from(end)), "cashier");
        assertThat(get(SALE, token).statusCode()).isEqualTo(200);

        org.awaitility.Awaitility.await().until(() -> get(SALE, token).statusCode() == 401);
    }

    @Test
    void withoutATokenTheAnswerSaysWhereToGetOne() {
        HttpResponse<String> answer = get(SALE);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"tillstream\"");
        assertThat(json(answer).path("detail").asString()).contains("/auth/realms/tillstream");
    }

    @ParameterizedTest
    @CsvSource({
        "cashier,       PUT,  /api/sales/1,          200",
        "accountant,    PUT,  /api/sales/1,          403",
        "accountant,    GET,  /api/sales/1,          200",
        "supplier,      GET,  /api/sales/1,          403",
        "supplier,      GET,  /api/supplier-orders,  200",
        "cashier,       POST, /api/product-imports,  403",
        "buyer,         POST, /api/product-imports,  200",
        "cashier,       GET,  /api/trial-balance,    403",
        "accountant,    GET,  /api/trial-balance,    200",
        "cashier,       GET,  /api/dashboard,        403",
        "cashier,       PUT,  /api/takings/1,        403",
        "store-manager, POST, /api/takings/rebuilds, 403",
        "ops,           POST, /api/takings/rebuilds, 200",
        "ops,           PUT,  /api/price-books/1,    403",
    })
    void aRoleOpensItsNouns(String role, String method, String path, int status) {
        HttpResponse<String> answer =
                call(method, path, Tokens.of(role), BodyPublishers.ofString("{}"), request -> request);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(json(answer).path("type").asString()).isEqualTo("/problems/role-required");
        }
    }
}
