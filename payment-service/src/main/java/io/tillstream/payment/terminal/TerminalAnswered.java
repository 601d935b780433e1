package io.tillstream.payment.terminal;

/** A terminal spoke without being asked: late, or once more. Adapters publish it as an application event. */
public record TerminalAnswered(TerminalOperation operation, TerminalAnswer answer) {}
