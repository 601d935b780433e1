package io.tillstream.order.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running session is counted and goes on with somebody else; what is missing until then is known to be missing until then. */
public record HandOver(
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal countedCash,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = 50)
        List<@Valid Denomination> count,

        @NotBlank @Size(max = 100) String takenOverBy,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = 300)
        String reason,

        @NotNull Instant handedOverAt) {

    /** @param difference counted less expected; not booked before the session closes */
    record Counted(
            UUID id,
            UUID tillSessionId,
            String handedOverByName,
            String takenOverBy,
            Instant handedOverAt,
            BigDecimal expectedCash,
            BigDecimal countedCash,
            BigDecimal difference) {}
}
