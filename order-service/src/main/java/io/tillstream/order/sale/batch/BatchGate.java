package io.tillstream.order.sale.batch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets few batches in at a time, so that a shop whose network came back does not slow down the shops that sell. Sales that are rung up
 * online do not pass here.
 */
@Component
class BatchGate {

    private final BatchSettings settings;
    private final Turns turns;
    private final Semaphore places;
    private final Timer waited;
    private final Timer stored;
    private final Counter crowded;
    private final Counter impatient;

    BatchGate(BatchSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.turns = new Turns(settings, clock);
        this.places = new Semaphore(settings.atOnce(), true);
        Gauge.builder("sale.batches.waiting", turns, Turns::waiting)
                .description("Batches of stored sales that wait for a place")
                .register(meters);
        Gauge.builder("sale.batches.expected", turns, Turns::expected)
                .description("Tills that were turned away and will come again")
                .register(meters);
        this.waited = Timer.builder("sale.batches.waited")
                .description("How long batches waited for a place")
                .register(meters);
        this.stored = Timer.builder("sale.batches.stored")
                .description("How long storing a batch took")
                .register(meters);
        this.crowded = turnedAway("no-place", meters);
        this.impatient = turnedAway("waited-too-long", meters);
    }

    private static Counter turnedAway(String why, MeterRegistry meters) {
        return Counter.builder("sale.batches.turned.away")
                .description("Batches whose till was told to come again")
                .tag("reason", why)
                .register(meters);
    }

    /** @throws TurnedAway when there is no place for this till now */
    <T> T admit(String till, Supplier<T> work) {
        Optional<Duration> wait = turns.enter(till);
        if (wait.isPresent()) {
            crowded.increment();
            throw new TurnedAway(wait.get());
        }
        try {
            return whenThereIsAPlace(till, work);
        } finally {
            turns.leave(till);
        }
    }

    private <T> T whenThereIsAPlace(String till, Supplier<T> work) {
        long came = System.nanoTime();
        if (!entered()) {
            impatient.increment();
            throw new TurnedAway(turns.giveUp(till));
        }
        long began = System.nanoTime();
        try {
            waited.record(began - came, TimeUnit.NANOSECONDS);
            return work.get();
        } finally {
            places.release();
            long took = System.nanoTime() - began;
            stored.record(took, TimeUnit.NANOSECONDS);
            turns.served(took);
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(settings.longestWait().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
