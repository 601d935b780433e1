package io.tillstream.local.trade;

import io.tillstream.local.Trouble;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * How long a request is repeated while a service is down, and who is told. Everything sent through {@link Api} may be
 * repeated: whoever creates a thing has chosen its id.
 */
public record Patience(Duration limit, Duration longestPause, Consumer<String> tell) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofSeconds(2);

    public static Patience ofMinutes(int minutes, Consumer<String> tell) {
        return new Patience(Duration.ofMinutes(minutes), Duration.ofSeconds(5), tell);
    }

    /** One request's tries. */
    final class Tries {
        private final String request;
        private final long startedAt = System.nanoTime();
        private long pauseMillis = FIRST_PAUSE.toMillis();
        private Duration most = limit;

        Tries(String request) {
            this.request = request;
        }

        /** Shortens the wait for this request. */
        void noLongerThan(Duration shorter) {
            most = shorter.compareTo(most) < 0 ? shorter : most;
        }

        /** Sleeps before the next try, or gives up. {@code atLeast} is what the server asked for. */
        void pause(String symptom, Duration atLeast) {
            Duration waited = Duration.ofNanos(System.nanoTime() - startedAt);
            if (waited.compareTo(most) > 0) {
                throw unreachable(symptom, waited);
            }
            if (waited.compareTo(QUIET) > 0) {
                tell.accept("%s: %s, trying again for %d s".formatted(request, symptom, waited.toSeconds()));
            }
            // jitter keeps several tills from coming back in the same instant
            long jittered = pauseMillis / 2 + ThreadLocalRandom.current().nextLong(pauseMillis / 2 + 1);
            sleep(Math.max(jittered, Math.min(atLeast.toMillis(), longestPause.toMillis())));
            pauseMillis = Math.min(pauseMillis * 2, longestPause.toMillis());
        }

        private Trouble unreachable(String symptom, Duration waited) {
            return new Trouble(
                    "%s got no usable answer for %d s (%s).".formatted(request, waited.toSeconds(), symptom),
                    "Look at ./till status, then start the command again: it goes on where it stopped.");
        }

        private void sleep(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unreachable("stopped", Duration.ofNanos(System.nanoTime() - startedAt));
            }
        }
    }
}
