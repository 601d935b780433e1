package io.tillstream.order.sale.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many batches of stored sales an instance takes at a time. Each keeps a connection to the database busy, of which it has eight;
 * sales that are rung up online use the others.
 *
 * @param atOnce stored at a time
 * @param inLine wait for that; each keeps one of the gateway's connections
 * @param longestWait in line
 * @param longestRetryAfter that a till is told
 * @param remembered tills that were turned away and have a place before others when they come again
 */
@ConfigurationProperties("tillstream.order.sale-batches")
record BatchSettings(
        @DefaultValue("2") int atOnce,
        @DefaultValue("24") int inLine,
        @DefaultValue("5s") Duration longestWait,
        @DefaultValue("60s") Duration longestRetryAfter,
        @DefaultValue("5000") int remembered) {

    BatchSettings {
        if (atOnce < 1 || inLine < 0 || remembered < 0) {
            throw new IllegalArgumentException(
                    "tillstream.order.sale-batches: at-once is 1 or more, in-line and remembered are 0 or more.");
        }
    }
}
