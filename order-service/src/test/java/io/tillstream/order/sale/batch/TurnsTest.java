package io.tillstream.order.sale.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private Instant now = Instant.parse("2026-01-22T10:00:00Z");
    private final Turns turns = turns(2, 3);

    @Test
    void asManyAsThereArePlacesComeInAndAllOthersAreToldTimesThatSpreadThem() {
        for (int till = 1; till <= 5; till++) {
            assertThat(turns.enter("till-" + till)).isEmpty();
        }
        turns.served(Duration.ofSeconds(8).toNanos());
        List<Duration> waits = new ArrayList<>();
        for (int till = 6; till <= 16; till++) {
            waits.add(turns.enter("till-" + till).orElseThrow());
        }
        assertThat(waits).isSorted();
        assertThat(waits.getLast()).isGreaterThan(waits.getFirst().plusSeconds(5));
        assertThat(turns.waiting()).isEqualTo(3);
        assertThat(turns.expected()).isEqualTo(11);
    }

    @Test
    void aTillHasOneBatchInsideAtATime() {
        assertThat(turns.enter("till-1")).isEmpty();
        assertThat(turns.enter("till-1")).isPresent();
        turns.leave("till-1");
        assertThat(turns.enter("till-1")).isEmpty();
    }

    @Test
    void whoWasTurnedAwayComesBeforeWhoeverHasJustBeenServed() {
        fill(5);
        assertThat(turns.enter("late")).isPresent();
        turns.leave("till-1");
        assertThat(turns.enter("till-1")).isPresent();
        assertThat(turns.enter("late")).isEmpty();
    }

    @Test
    void aPlaceThatNobodyWaitsForIsAnybodys() {
        List<String> served = fill(5);
        for (int till = 6; till <= 15; till++) {
            assertThat(turns.enter("till-" + till)).isPresent();
        }
        served.forEach(turns::leave);
        assertThat(turns.enter("till-1")).isEmpty();
    }

    @Test
    void aTillThatDoesNotComeAgainKeepsNobodyOut() {
        fill(5);
        Duration wait = turns.enter("dead").orElseThrow();
        turns.leave("till-1");
        assertThat(turns.enter("new")).isPresent();
        now = now.plus(wait.multipliedBy(2)).plusSeconds(60);
        assertThat(turns.enter("new")).isEmpty();
        assertThat(turns.expected()).isZero();
    }

    @Test
    void nobodyIsToldToWaitLongerThanTheSettingsSay() {
        fill(5);
        for (int i = 0; i < 50; i++) {
            turns.served(Duration.ofMinutes(5).toNanos());
        }
        assertThat(turns.enter("late")).contains(Duration.ofSeconds(60));
    }

    /** 200 tills with six batches each, half a second to store one: nobody gets far ahead of whoever was served least. */
    @Test
    void twoHundredTillsAreServedTurnByTurn() {
        Turns crowd = turns(2, 24);
        Map<String, Integer> served = new HashMap<>();
        PriorityQueue<Arrival> arrivals = new PriorityQueue<>();
        for (int till = 0; till < 200; till++) {
            arrivals.add(new Arrival(now.plusMillis(till), "till-" + till, false));
        }
        PriorityQueue<Instant> places = new PriorityQueue<>(List.of(now, now));
        int mostAhead = 0;
        while (!arrivals.isEmpty()) {
            Arrival arrival = arrivals.poll();
            now = arrival.at();
            if (arrival.leaves()) {
                crowd.leave(arrival.till());
                crowd.served(Duration.ofMillis(500).toNanos());
                int times = served.merge(arrival.till(), 1, Integer::sum);
                if (times < 6) {
                    arrivals.add(new Arrival(now.plusMillis(50), arrival.till(), false));
                }
                int least = served.size() < 200
                        ? 0
                        : served.values().stream().mapToInt(i -> i).min().orElseThrow();
                mostAhead = Math.max(mostAhead, times - least);
                continue;
            }
            Optional<Duration> wait = crowd.enter(arrival.till());
            if (wait.isPresent()) {
                arrivals.add(new Arrival(now.plus(wait.get()).plusMillis(700), arrival.till(), false));
            } else {
                Instant free = places.remove();
                Instant done = (free.isAfter(now) ? free : now).plusMillis(500);
                places.add(done);
                arrivals.add(new Arrival(done, arrival.till(), true));
            }
        }
        assertThat(served)
                .hasSize(200)
                .allSatisfy((till, times) -> assertThat(times).isEqualTo(6));
        assertThat(mostAhead).isLessThanOrEqualTo(3);
    }

    private record Arrival(Instant at, String till, boolean leaves) implements Comparable<Arrival> {

        @Override
        public int compareTo(Arrival other) {
            return at.compareTo(other.at);
        }
    }

    private List<String> fill(int count) {
        List<String> tills = new ArrayList<>();
        for (int till = 1; till <= count; till++) {
            turns.enter("till-" + till);
            tills.add("till-" + till);
        }
        return tills;
    }

    private Turns turns(int atOnce, int inLine) {
        BatchSettings settings =
                new BatchSettings(atOnce, inLine, Duration.ofSeconds(5), Duration.ofSeconds(60), 5_000);
        return new Turns(settings, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
    }
}
