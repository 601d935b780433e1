package io.tillstream.payment.payment;

import io.tillstream.payment.terminal.CardTerminal;
import io.tillstream.payment.terminal.TerminalAnswer;
import io.tillstream.payment.terminal.TerminalAnswered;
import io.tillstream.payment.terminal.TerminalOperation;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Talks to the terminal, outside of any transaction, and hands what it says to the {@link Settlement}. */
@Component
class TerminalDesk {
    private static final Logger log = LoggerFactory.getLogger(TerminalDesk.class);
    private static final String TERMINAL = "terminal";
    private static final String RESOLVER = "resolver";

    private final CardTerminal terminal;
    private final Settlement settlement;
    private final OpenOperations openOperations;
    private final LostAnswerPolicy policy;
    private final Clock clock;

    TerminalDesk(
            CardTerminal terminal,
            Settlement settlement,
            OpenOperations openOperations,
            LostAnswerPolicy policy,
            Clock clock) {
        this.terminal = terminal;
        this.settlement = settlement;
        this.openOperations = openOperations;
        this.policy = policy;
        this.clock = clock;
    }

    void perform(TerminalOperation operation) {
        settle(operation, answerOrSilence(operation, () -> terminal.perform(operation)));
    }

    /** Asks what became of an operation that is open; does nothing when none is. */
    void askIfOpen(TerminalOperation.Kind kind, UUID id) {
        openOperations.find(kind, id).ifPresent(this::ask);
    }

    void ask(OpenOperations.Open open) {
        TerminalOperation operation = open.operation();
        TerminalAnswer answer = answerOrSilence(operation, () -> terminal.ask(operation));
        if (answer instanceof TerminalAnswer.NotKnown && policy.neverHappened(open.startedAt(), clock.instant())) {
            giveUp(operation);
        } else {
            settle(operation, answer);
        }
    }

    @EventListener
    void on(TerminalAnswered unasked) {
        settle(unasked.operation(), unasked.answer());
    }

    /** A charge or refund that never reached the terminal is off; taking money back is tried again until it is done. */
    private void giveUp(TerminalOperation operation) {
        if (operation.kind() == TerminalOperation.Kind.VOID) {
            perform(operation);
        } else {
            settlement.declined(operation, "terminal-not-reached", RESOLVER);
        }
    }

    private void settle(TerminalOperation operation, TerminalAnswer answer) {
        switch (answer) {
            case TerminalAnswer.Approved approved -> settlement.approved(operation, approved, TERMINAL);
            case TerminalAnswer.Declined declined -> settlement.declined(operation, declined.reason(), TERMINAL);
            case TerminalAnswer.InProgress busy -> log.debug("{} {} is in progress", operation.kind(), operation.id());
            case TerminalAnswer.NotKnown unknown -> log.debug("{} {} is not known", operation.kind(), operation.id());
            case TerminalAnswer.NoAnswer silence ->
                log.info("The terminal did not answer {} {}; it will be asked", operation.kind(), operation.id());
        }
    }

    private static TerminalAnswer answerOrSilence(TerminalOperation operation, Supplier<TerminalAnswer> call) {
        try {
            return call.get();
        } catch (RuntimeException broken) {
            // whatever broke, the money may have moved: the operation stays open and is asked about
            log.warn("The terminal call for {} {} failed", operation.kind(), operation.id(), broken);
            return new TerminalAnswer.NoAnswer();
        }
    }
}
