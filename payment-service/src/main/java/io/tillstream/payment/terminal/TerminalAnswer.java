package io.tillstream.payment.terminal;

import org.jspecify.annotations.Nullable;

/** What a terminal says about an operation. */
public sealed interface TerminalAnswer {
    /**
     * It was done.
     *
     * @param maskedCard all but the last four digits hidden, as the terminal prints it; the number itself never leaves it
     */
    record Approved(
            @Nullable String authorizationCode, @Nullable String maskedCard) implements TerminalAnswer {}

    /** It was refused and no money moved. */
    record Declined(String reason) implements TerminalAnswer {}

    /** The terminal has it, but the customer or the bank is not done. */
    record InProgress() implements TerminalAnswer {}

    /** The terminal never heard of it. */
    record NotKnown() implements TerminalAnswer {}

    /** Nothing came back in time: it may or may not have been done. */
    record NoAnswer() implements TerminalAnswer {}
}
