package io.tillstream.gateway.route;

import io.netty.handler.timeout.ReadTimeoutException;
import io.tillstream.gateway.problem.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** How a hop can end without an answer, and what the caller is told about it. */
enum HopFailure {
    /** No connection came about: the request was not sent. */
    NOT_CONNECTED,
    /** All connections to the service are in use and none became free. */
    CROWDED,
    /** The request was sent and no answer came in time. */
    TOO_SLOW,
    /** The connection broke after the request was sent, at least in part. */
    BROKEN_OFF,
    /** Something else, inside the gateway. */
    OURS;

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);

    static HopFailure of(Throwable failure) {
        return switch (failure) {
            case ConnectException _, UnknownHostException _ -> NOT_CONNECTED;
            case PoolAcquireTimeoutException _, PoolAcquirePendingLimitException _ -> CROWDED;
            case ReadTimeoutException _ -> TOO_SLOW;
            case IOException _ -> BROKEN_OFF;
            default -> OURS;
        };
    }

    static boolean wasNotSent(Throwable failure) {
        return of(failure) == NOT_CONNECTED;
    }

    Throwable inWords(String service, Duration timeout, Throwable cause) {
        return switch (this) {
            case NOT_CONNECTED ->
                Refusal.unavailable(
                        service,
                        service + " cannot be reached. Nothing was sent to it: send the request again later.",
                        TRY_AGAIN_AFTER);
            case CROWDED ->
                Refusal.unavailable(
                        service,
                        service
                                + " has more requests than it can take. Nothing was sent to it: send the request again later.",
                        TRY_AGAIN_AFTER);
            case TOO_SLOW -> Refusal.tooSlow(service, timeout);
            case BROKEN_OFF ->
                Refusal.unavailable(
                        service,
                        "The connection to " + service + " broke before it answered. The request may have taken effect:"
                                + " ask again with the same id, never with a new one.",
                        TRY_AGAIN_AFTER);
            case OURS -> cause;
        };
    }
}
