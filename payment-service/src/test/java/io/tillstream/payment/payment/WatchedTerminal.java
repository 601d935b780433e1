package io.tillstream.payment.payment;

import io.tillstream.payment.terminal.CardTerminal;
import io.tillstream.payment.terminal.TerminalAnswer;
import io.tillstream.payment.terminal.TerminalOperation;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The simulated terminal, watched: it notices when somebody calls it with a transaction open. */
final class WatchedTerminal implements CardTerminal {
    private final CardTerminal simulated;
    private final AtomicBoolean calledInTransaction = new AtomicBoolean();

    private WatchedTerminal(CardTerminal simulated) {
        this.simulated = simulated;
    }

    @Override
    public TerminalAnswer perform(TerminalOperation operation) {
        watch();
        return simulated.perform(operation);
    }

    @Override
    public TerminalAnswer ask(TerminalOperation operation) {
        watch();
        return simulated.ask(operation);
    }

    boolean wasCalledInTransaction() {
        return calledInTransaction.get();
    }

    private void watch() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            calledInTransaction.set(true);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Watch {
        @Bean
        @Primary
        WatchedTerminal watchedTerminal(CardTerminal simulatedTerminal) {
            return new WatchedTerminal(simulatedTerminal);
        }
    }
}
