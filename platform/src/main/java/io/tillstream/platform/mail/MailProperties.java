package io.tillstream.platform.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service mails.
 *
 * @param from the sender's address ({@code MAIL_FROM}); people answer to it
 * @param tries after so many failures in a row a person is asked
 * @param firstPause before the second try; each later pause is twice as long
 * @param longestPause no pause grows beyond this
 * @param lease how long one instance may take for one try before another takes over
 */
@ConfigurationProperties("tillstream.mail")
public record MailProperties(
        String from,
        @DefaultValue("16") int tries,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("30m") Duration longestPause,
        @DefaultValue("5m") Duration lease) {

    /** The pause after the given number of failures, at least 1. */
    public Duration pauseAfter(int failures) {
        Duration pause = firstPause;
        for (int n = 1; n < failures && pause.compareTo(longestPause) < 0; n++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
