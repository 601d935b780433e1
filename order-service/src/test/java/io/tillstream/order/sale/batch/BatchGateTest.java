package io.tillstream.order.sale.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchGateTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void noMoreAreStoredAtATimeThanTheSettingsSay() {
        BatchGate gate = gate(2, 10, Duration.ofSeconds(30));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(1);
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                String till = "till-" + i;
                tills.submit(() -> gate.admit(till, () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    waitFor(open);
                    return inside.decrementAndGet();
                }));
            }
            await().until(() -> meters.get("sale.batches.waiting").gauge().value() == 10);
            assertThatExceptionOfType(TurnedAway.class).isThrownBy(() -> gate.admit("one more", () -> 1));
            open.countDown();
        }
        assertThat(most).hasValue(2);
        assertThat(meters.get("sale.batches.stored").timer().count()).isEqualTo(12);
        assertThat(meters.get("sale.batches.turned.away")
                        .tag("reason", "no-place")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("sale.batches.waiting").gauge().value()).isZero();
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgainAndLeavesNothingBehind() {
        BatchGate gate = gate(1, 5, Duration.ofMillis(20));
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(1);
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            tills.submit(() -> gate.admit("slow", () -> {
                began.countDown();
                waitFor(open);
                return 1;
            }));
            waitFor(began);
            assertThatExceptionOfType(TurnedAway.class)
                    .isThrownBy(() -> gate.admit("second", () -> 1))
                    .satisfies(away -> assertThat(away.retryAfter()).isPositive());
            open.countDown();
        }
        assertThat(meters.get("sale.batches.turned.away")
                        .tag("reason", "waited-too-long")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(gate.admit("second", () -> "stored")).isEqualTo("stored");
    }

    @Test
    void aBatchThatFailsGivesItsPlaceBack() {
        BatchGate gate = gate(1, 0, Duration.ofSeconds(1));
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> gate.admit("till", () -> {
                        throw new IllegalStateException("broken");
                    }));
        }
        assertThat(gate.admit("till", () -> "stored")).isEqualTo("stored");
    }

    private BatchGate gate(int atOnce, int inLine, Duration longestWait) {
        BatchSettings settings = new BatchSettings(atOnce, inLine, longestWait, Duration.ofSeconds(60), 100);
        return new BatchGate(settings, Clock.systemUTC(), meters);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
