package io.tillstream.payment.terminal.simulator;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the simulated terminal.
 *
 * @param thinkTime how long the customer takes to present the card
 * @param lateBy how much later a late answer comes
 * @param script behaviour by the last two digits of the amount, on top of the built-in table in the README
 */
@ConfigurationProperties("tillstream.terminal.simulator")
record SimulatorProperties(
        @DefaultValue("300ms") Duration thinkTime,
        @DefaultValue("2s") Duration lateBy,
        @DefaultValue Map<String, Behaviour> script) {}
