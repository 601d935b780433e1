package io.tillstream.payment.terminal.simulator;

import io.tillstream.payment.terminal.CardTerminal;
import io.tillstream.payment.terminal.TerminalAnswer;
import io.tillstream.payment.terminal.TerminalAnswered;
import io.tillstream.payment.terminal.TerminalOperation;
import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Behaves as the last two digits of the amount say, so that every trouble with terminals can be rung up at a till. */
@Component
class SimulatedTerminal implements CardTerminal {
    private static final Map<String, Behaviour> TABLE = Map.of(
            "51", Behaviour.DECLINES_FOR_FUNDS,
            "52", Behaviour.DECLINES_EXPIRED_CARD,
            "54", Behaviour.LOSES_APPROVAL,
            "55", Behaviour.LOSES_DECLINE,
            "56", Behaviour.TAKES_ITS_TIME,
            "57", Behaviour.ANSWERS_TWICE,
            "58", Behaviour.ANSWERS_LATE,
            "59", Behaviour.UNREACHABLE);
    private static final int BUSY_ANSWERS = 2;
    private static final String MASKED_CARD = "************4242";

    private final SimulatorMemory memory;
    private final SimulatorProperties properties;
    private final ApplicationEventPublisher answers;
    private final TaskScheduler later;
    private final Clock clock;

    SimulatedTerminal(
            SimulatorMemory memory,
            SimulatorProperties properties,
            ApplicationEventPublisher answers,
            TaskScheduler later,
            Clock clock) {
        this.memory = memory;
        this.properties = properties;
        this.answers = answers;
        this.later = later;
        this.clock = clock;
    }

    @Override
    public TerminalAnswer perform(TerminalOperation operation) {
        Behaviour behaviour = behaviourFor(operation.amount());
        if (behaviour == Behaviour.UNREACHABLE) {
            return new TerminalAnswer.NoAnswer();
        }
        Instant now = clock.instant();
        memory.performed(operation, behaviour, now);
        pause();
        return switch (behaviour) {
            case APPROVES -> approved(operation);
            case DECLINES_FOR_FUNDS -> new TerminalAnswer.Declined("insufficient-funds");
            case DECLINES_EXPIRED_CARD -> new TerminalAnswer.Declined("card-expired");
            case ANSWERS_TWICE -> {
                say(operation, now);
                yield approved(operation);
            }
            case ANSWERS_LATE -> {
                say(operation, now.plus(properties.lateBy()));
                yield new TerminalAnswer.NoAnswer();
            }
            case LOSES_APPROVAL, LOSES_DECLINE, TAKES_ITS_TIME, UNREACHABLE -> new TerminalAnswer.NoAnswer();
        };
    }

    @Override
    public TerminalAnswer ask(TerminalOperation operation) {
        return memory.recall(operation)
                .map(remembered -> recalled(operation, remembered))
                .orElseGet(TerminalAnswer.NotKnown::new);
    }

    private TerminalAnswer recalled(TerminalOperation operation, SimulatorMemory.Remembered remembered) {
        return switch (remembered.behaviour()) {
            case APPROVES, LOSES_APPROVAL, ANSWERS_TWICE -> approved(operation);
            case DECLINES_FOR_FUNDS, LOSES_DECLINE -> new TerminalAnswer.Declined("insufficient-funds");
            case DECLINES_EXPIRED_CARD -> new TerminalAnswer.Declined("card-expired");
            case TAKES_ITS_TIME ->
                remembered.timesAsked() <= BUSY_ANSWERS ? new TerminalAnswer.InProgress() : approved(operation);
            case ANSWERS_LATE ->
                clock.instant().isBefore(remembered.performedAt().plus(properties.lateBy()))
                        ? new TerminalAnswer.InProgress()
                        : approved(operation);
            case UNREACHABLE -> new TerminalAnswer.NotKnown();
        };
    }

    private void say(TerminalOperation operation, Instant when) {
        ScheduledFuture<?> _ =
                later.schedule(() -> answers.publishEvent(new TerminalAnswered(operation, approved(operation))), when);
    }

    private static TerminalAnswer approved(TerminalOperation operation) {
        // the last characters of a UUIDv7 are random, so codes differ from payment to payment and repeat for the same
        // one
        String code = operation.id().toString().substring(30).toUpperCase(Locale.ROOT);
        return new TerminalAnswer.Approved(code, MASKED_CARD);
    }

    private Behaviour behaviourFor(Money amount) {
        BigDecimal minorUnits = amount.amount()
                .movePointRight(Money.decimalsOf(amount.currency()))
                .setScale(0, RoundingMode.DOWN);
        String lastTwoDigits =
                "%02d".formatted(minorUnits.remainder(BigDecimal.valueOf(100)).intValueExact());
        Behaviour builtIn = TABLE.getOrDefault(lastTwoDigits, Behaviour.APPROVES);
        return properties.script().getOrDefault(lastTwoDigits, builtIn);
    }

    private void pause() {
        try {
            Thread.sleep(properties.thinkTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
