package io.tillstream.order.dailyroot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the root of a day waits for.
 *
 * @param forOpenSessions how long after the store's cut-off, at most, for drawers of the day that nobody has closed
 */
@ConfigurationProperties("tillstream.order.daily-root")
record RootPatience(@DefaultValue("3h") Duration forOpenSessions) {}
