package io.tillstream.payment.terminal;

/** A card terminal. Neither call throws for what terminals do every day; silence is {@link TerminalAnswer.NoAnswer}. */
public interface CardTerminal {
    /** Starts the operation and waits for its end, at most the adapter's answer time. An operation that was performed before is not repeated. */
    TerminalAnswer perform(TerminalOperation operation);

    /** What became of the operation; moves no money. */
    TerminalAnswer ask(TerminalOperation operation);
}
