package io.tillstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest extends GatewayTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/realms/tillstream/protocol/openid-connect/auth?client_id=pos-console",
                "/auth/realms/tillstream/protocol/openid-connect/certs",
                "/auth/realms/tillstream/.well-known/openid-configuration",
                "/auth/realms/tillstream/login-actions/authenticate",
                "/auth/resources/abc/login/style.css"
            })
    void whatSigningInNeedsIsThere(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(service("keycloak").last().uri()).isEqualTo(path);
        assertThat(service("keycloak").last().headers().getFirst("X-Forwarded-For"))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/",
                "/auth/admin/",
                "/auth/admin/realms/tillstream/users",
                "/auth/realms/master/protocol/openid-connect/token",
                "/auth/realms/tillstream/clients-registrations/default",
                "/auth/realms/tillstream-other/account",
                "/auth/metrics",
                "/auth/health/ready",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/env",
                "/actuator/health"
            })
    void whatIsForOperatorsDoesNotExist(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/realms/tillstream/account/../../master/console",
                "/auth/resources/..;/admin/",
                "/auth/resources/%2e%2e/admin/",
                "/auth/resources/%2E%2e%2Fadmin",
                "/auth/resources/%252e%252e/admin",
                "/auth//admin/",
                "//auth/admin/",
                "/api/sales/../../actuator/env"
            })
    void aPathThatCouldBeReadTwoWaysIsRefused(String path) {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void theProbesAnswer() {
        assertThat(json(get("/actuator/health/liveness")).path("status").asString())
                .isEqualTo("UP");
        assertThat(json(get("/actuator/health/readiness")).path("status").asString())
                .isEqualTo("UP");
    }

    /** Health answers come from another thread; with Reactor Netty 1.3.7 the connection soon stopped being read. */
    @Test
    void aConnectionIsKeptOverManyAnswers() {
        for (int i = 0; i < 500; i++) {
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }
}
