package io.tillstream.order.staff;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Body of {@code PUT /api/staff/{id}/pin}. */
record Pin(
        @NotNull @Pattern(regexp = "[0-9]{4,8}", message = "is 4 to 8 digits")
        String pin) {

    /** Refuses what others try first: 0000, 1234, 8642, 1212. */
    void mustNotBeObvious() {
        if (evenSteps() || repeatedPair()) {
            throw new PinTooSimple();
        }
    }

    private boolean evenSteps() {
        int step = stepTo(1);
        for (int i = 2; i < pin.length(); i++) {
            if (stepTo(i) != step) {
                return false;
            }
        }
        return true;
    }

    private boolean repeatedPair() {
        for (int i = 2; i < pin.length(); i++) {
            if (pin.charAt(i) != pin.charAt(i - 2)) {
                return false;
            }
        }
        return true;
    }

    private int stepTo(int position) {
        return Math.floorMod(pin.charAt(position) - pin.charAt(position - 1), 10);
    }

    @Override
    public String toString() {
        return "Pin[****]";
    }
}
