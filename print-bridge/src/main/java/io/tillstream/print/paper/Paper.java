package io.tillstream.print.paper;

import java.util.List;

/**
 * What was cut off: one receipt.
 *
 * @param png how it looks, one pixel for each dot
 * @param text its lines; pictures and QR codes stand in brackets
 * @param unknown commands and letters that the simulator does not know
 */
public record Paper(byte[] png, List<String> text, List<String> unknown) {}
