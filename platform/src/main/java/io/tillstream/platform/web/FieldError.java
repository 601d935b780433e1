package io.tillstream.platform.web;

/**
 * One offending place in a request.
 *
 * @param pointer JSON pointer (RFC 6901), for instance {@code /lines/0/quantity}
 * @param detail what is wrong there and what would be right
 */
public record FieldError(String pointer, String detail) {}
