package io.tillstream.order.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.sale.RungUpBy;
import io.tillstream.order.sale.TenderType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A basket that was given up before it became a sale, as the till wrote it down.
 *
 * @param saleId the sale it would have become
 * @param tenders money that had been taken for it; all of it has gone back
 * @param approvals who stood behind it, where the store's policy asks for somebody
 * @param doneBy who stood at the till
 */
public record VoidedBasket(
        @NotNull UUID saleId,
        @NotNull Instant voidedAt,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid Line> lines,
        @NotNull @Digits(integer = 12, fraction = 4) BigDecimal total,
        @NotNull @Size(max = 100) List<@NotNull @Valid Taken> tenders,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 5) @Nullable
        List<@NotNull @Valid GivenApproval> approvals,

        @NotNull @Valid RungUpBy doneBy) {

    /** What had been rung up; goods that were to come back have a negative quantity. */
    public record Line(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Size(max = 500) String name,
            @NotNull @Digits(integer = 12, fraction = 3) BigDecimal quantity,
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal unitPrice,
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal amount) {}

    /** Money that had been taken. */
    public record Taken(
            @NotNull TenderType type,

            @NotNull @Positive @Digits(integer = 12, fraction = 4)
            BigDecimal amount,

            @Nullable UUID paymentId) {}

    void mustAddUp() {
        BigDecimal sum = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(total) != 0) {
            throw new VoidDoesNotAddUp(total, sum);
        }
    }

    BigDecimal taken() {
        return tenders.stream().map(Taken::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<GivenApproval> givenApprovals() {
        return Objects.requireNonNullElse(approvals, List.of());
    }
}
