package io.tillstream.payment.payment;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When to ask about an operation that was not answered, and when to believe that it never happened.
 *
 * @param firstAskAfter how long the request that started it has for itself; longer than any terminal's answer time
 * @param lostAfter from when on "the terminal never heard of it" means that it never will
 * @param longestPause how far apart the questions get, starting at one second and doubling
 */
@ConfigurationProperties("tillstream.terminal.lost-answer")
record LostAnswerPolicy(
        @DefaultValue("60s") Duration firstAskAfter,
        @DefaultValue("90s") Duration lostAfter,
        @DefaultValue("60s") Duration longestPause) {

    boolean neverHappened(Instant startedAt, Instant now) {
        return !now.isBefore(startedAt.plus(lostAfter));
    }
}
