package io.tillstream.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tillstream.gateway.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One service as the gateway sees it: its circuit breaker and how long its answers took. */
public final class ServiceHealth {
    private static final int STATUS_CLASSES = 6;

    private final String name;
    private final CircuitBreaker breaker;
    private final Duration pause;
    private final Timer[] answers = new Timer[STATUS_CLASSES];

    ServiceHealth(String name, CircuitBreaker breaker, Duration pause, MeterRegistry meters) {
        this.name = name;
        this.breaker = breaker;
        this.pause = pause;
        for (int statusClass = 0; statusClass < STATUS_CLASSES; statusClass++) {
            answers[statusClass] = Timer.builder("gateway.relayed")
                    .description("From the request's arrival to the last byte of the service's answer")
                    .tag("service", name)
                    .tag("outcome", statusClass == 0 ? "none" : statusClass + "xx")
                    .register(meters);
        }
    }

    public String name() {
        return name;
    }

    /** Throws a {@link Refusal} while the service is being left alone. */
    void mustBeCallable() {
        if (!breaker.tryAcquirePermission()) {
            throw Refusal.unavailable(
                    name,
                    name
                            + " has been failing and is left alone for a moment. Nothing was sent to it: send the request again later.",
                    pause);
        }
    }

    void answered(int status, long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        answers[status / 100].record(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(Throwable failure, long nanos) {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
        answers[0].record(nanos, TimeUnit.NANOSECONDS);
    }

    /** The caller left before the service could answer: nobody's failure. */
    void abandoned() {
        breaker.releasePermission();
    }
}
