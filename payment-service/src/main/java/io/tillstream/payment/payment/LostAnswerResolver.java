package io.tillstream.payment.payment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks about everything that stayed open, after a lost answer as after a crash, until it is known how it ended. */
@Component
class LostAnswerResolver {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 50;

    private final OpenOperations openOperations;
    private final TerminalDesk terminal;
    private final LostAnswerPolicy policy;
    private final Clock clock;

    LostAnswerResolver(OpenOperations openOperations, TerminalDesk terminal, LostAnswerPolicy policy, Clock clock) {
        this.openOperations = openOperations;
        this.terminal = terminal;
        this.policy = policy;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tillstream.terminal.lost-answer.look-every:2s}")
    void askWhatIsDue() {
        openOperations
                .takeDue(clock.instant(), FIRST_PAUSE, policy.longestPause(), AT_ONCE)
                .forEach(terminal::ask);
    }
}
