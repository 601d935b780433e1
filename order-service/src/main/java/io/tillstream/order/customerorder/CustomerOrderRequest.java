package io.tillstream.order.customerorder;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer was promised; unit prices include tax. */
record CustomerOrderRequest(
        @NotBlank @Size(max = 100) String storeId,
        @Nullable UUID customerId,
        @NotNull Delivery delivery,
        @Nullable @Valid ShipTo shipTo,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code such as \"EUR\"")
        String currency,

        @NotNull @Size(min = 1, max = 500) List<@Valid @NotNull Line> lines) {

    @Schema(name = "CustomerOrderRequestLine")
    record Line(
            @Min(1) int lineNo,
            @Nullable UUID productId,
            @NotBlank @Size(max = 100) String sku,
            @NotBlank @Size(max = 300) String name,

            @NotNull @Positive @Digits(integer = 9, fraction = 3)
            BigDecimal quantity,

            @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 4)
            BigDecimal unitPrice) {}
}
