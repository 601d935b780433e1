package io.tillstream.order.till;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cash put in or taken out for another reason than a sale, or a drawer opened without one, as the till wrote it down.
 *
 * @param amount more than zero; zero when the drawer was only opened
 * @param reason a word of the list that tills offer, such as {@code CHANGE_MONEY}; {@code OTHER} needs a note
 */
public record CashMovement(
        @NotNull Kind kind,

        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal amount,

        @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}", message = "is a word of the list, like CHANGE_MONEY")
        String reason,

        @Nullable @Size(max = 300) String note,
        @NotNull Instant movedAt) {

    private static final String OTHER = "OTHER";

    /** Which way cash went. */
    public enum Kind {
        PAY_IN,
        PAY_OUT,
        SKIM,
        NO_SALE
    }

    void mustBeClear() {
        boolean opensOnly = kind == Kind.NO_SALE;
        if (opensOnly != (amount.signum() == 0)) {
            throw new CashMovementNotClear(
                    opensOnly ? "No cash moves when the drawer is only opened." : "Say how much cash was moved.",
                    "/amount");
        }
        if (reason.equals(OTHER) && (note == null || note.isBlank())) {
            throw new CashMovementNotClear("Say in a word what it was for.", "/note");
        }
    }
}
