package io.tillstream.print.scale;

/** What a scale says of itself, as a person would say it. */
public enum ScaleState {
    STABLE("The weight stands still."),
    UNSTABLE("The weight still moves."),
    OVERLOAD("There is more on the scale than it can weigh."),
    BELOW_ZERO("The scale is below zero: empty it and set it to zero."),
    NO_ZERO("The scale did not find its zero: empty it, switch it off and on again."),
    NOT_UNDERSTOOD(
            "The scale does not answer as an 8217 in kilograms does: check its protocol, unit, speed and parity."),
    GONE("The scale does not answer: check its power and its cable.");

    private final String words;

    ScaleState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
