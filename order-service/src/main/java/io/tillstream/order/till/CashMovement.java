package io.tillstream.order.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.sale.RungUpBy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cash put in or taken out for another reason than a sale, or a drawer opened without one, as the till wrote it down.
 *
 * @param amount more than zero; zero when the drawer was only opened
 * @param reason a word of the list that tills offer, such as {@code CHANGE_MONEY}; {@code OTHER} needs a note
 * @param approvals who stood behind it, where the store's policy asks for somebody
 * @param doneBy who stood at the till; tills are handed over by PIN, and the token may be somebody else's
 */
public record CashMovement(
        @NotNull Kind kind,

        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal amount,

        @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}", message = "is a word of the list, like CHANGE_MONEY")
        String reason,

        @Nullable @Size(max = 300) String note,
        @NotNull Instant movedAt,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 5) @Nullable
        List<@NotNull @Valid GivenApproval> approvals,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Valid
        RungUpBy doneBy) {

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

    List<GivenApproval> givenApprovals() {
        return Objects.requireNonNullElse(approvals, List.of());
    }
}
