package io.tillstream.order.approval.request;

import io.tillstream.order.approval.Deed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/approval-requests/{id}}: what somebody at a till would like to do, and with which basket.
 *
 * @param basket null where there is none, as when the drawer is opened
 */
public record ApprovalQuestion(
        @NotBlank @Size(max = 64) String storeId,
        @NotBlank @Size(max = 64) String tillId,
        @NotNull @Valid Person askedBy,
        @NotNull Instant askedAt,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "is a three-letter ISO 4217 code, like EUR")
        String currency,

        @NotEmpty @Size(max = 100) List<@NotNull @Valid Wish> wishes,
        @Nullable @Valid Basket basket) {

    /** @param id subject of their own token */
    public record Person(
            @NotBlank @Size(max = 64) String id,
            @NotBlank @Size(max = 64) String name) {}

    /**
     * One thing that needs an approval.
     *
     * @param subject what it is about, in the words of the till: a line's goods, a reason
     */
    public record Wish(
            @NotNull @Valid Deed deed,
            @Nullable @Size(max = 500) String subject) {}

    /** As it would be with the wishes granted. */
    public record Basket(
            @NotNull @Size(max = 1000) List<@NotNull @Valid Line> lines,
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal total) {}

    /** A line of the basket. */
    public record Line(
            @NotNull @Size(max = 500) String name,
            @NotNull @Digits(integer = 12, fraction = 3) BigDecimal quantity,
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal unitPrice,
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal discount,
            @NotNull @Digits(integer = 12, fraction = 4) BigDecimal amount) {}

    List<Deed> deeds() {
        return wishes.stream().map(Wish::deed).toList();
    }
}
