package io.tillstream.order.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.sale.RungUpBy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in the drawer when the session closed; counted before anybody is told what was expected.
 *
 * @param countedCash null when nobody can count any more, which needs a reason
 * @param count the notes and coins it was made of, where they were counted one by one
 * @param reason why it differs from what was expected, or was not counted
 * @param approvals who stood behind the difference, where the store's policy asks for somebody
 * @param foreign what of other currencies is in the drawer
 * @param doneBy who stood at the till; tills are handed over by PIN, and the token may be somebody else's
 */
public record CashCount(
        @Nullable @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal countedCash,

        @NotNull Instant closedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = 50)
        List<@Valid Denomination> count,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(min = 1, max = 300)
        String reason,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable @Size(max = 5)
        List<@NotNull @Valid GivenApproval> approvals,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Valid
        RungUpBy doneBy,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable @Size(max = 20)
        List<@NotNull @Valid ForeignCount> foreign) {

    void mustBeWhole() {
        if (countedCash == null && (reason == null || reason.isBlank())) {
            throw new ReasonNeeded();
        }
        Denomination.mustAddUp(count, countedCash, "/count");
    }

    List<ForeignCount> countedForeign() {
        return Objects.requireNonNullElse(foreign, List.of());
    }

    List<GivenApproval> givenApprovals() {
        return Objects.requireNonNullElse(approvals, List.of());
    }
}
