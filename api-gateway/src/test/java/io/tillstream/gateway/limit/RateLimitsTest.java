package io.tillstream.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillstream.gateway.limit.LimitSettings.Rate;
import io.tillstream.gateway.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class RateLimitsTest {
    private static LimitSettings settings(int trustedProxies) {
        return new LimitSettings(new Rate(1, 3), new Rate(1, 1), new Rate(1, 1), trustedProxies, 100);
    }

    @Test
    void aSubjectThatAsksTooOftenWaitsAndOthersDoNot() {
        RateLimits limits = new RateLimits(settings(0));
        for (int i = 0; i < 3; i++) {
            limits.countSubject("ana");
        }

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> limits.countSubject("ana"));

        assertThat(refusal.status().value()).isEqualTo(429);
        limits.countSubject("ben");
    }

    @Test
    void addressesAreCountedForTheApiAndForSignInApart() {
        RateLimits limits = new RateLimits(settings(0));
        limits.countAddress("10.0.0.1");

        assertThatThrownBy(() -> limits.countAddress("10.0.0.1")).isInstanceOf(Refusal.class);
        limits.countSignIn("10.0.0.1");
        limits.countAddress("10.0.0.2");
    }

    @Test
    void onlyWhatTheTrustedProxiesAddedIsBelieved() {
        MockServerHttpRequest request = MockServerHttpRequest.get("/")
                .header("X-Forwarded-For", "1.1.1.1, 2.2.2.2")
                .header("X-Forwarded-For", "3.3.3.3")
                .remoteAddress(new java.net.InetSocketAddress("127.0.0.1", 4711))
                .build();

        assertThat(new ClientAddress(settings(0)).of(request)).isEqualTo("127.0.0.1");
        assertThat(new ClientAddress(settings(1)).of(request)).isEqualTo("3.3.3.3");
        assertThat(new ClientAddress(settings(2)).of(request)).isEqualTo("2.2.2.2");
        assertThat(new ClientAddress(settings(4)).of(request)).isEqualTo("127.0.0.1");
    }
}
