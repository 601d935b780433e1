package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What tells goods from others of their product, as their code said it; {@code expiryDate} is the last day of use. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Batch(
        @Nullable String lot,
        @Nullable String serial,
        @Nullable LocalDate expiryDate) {

    static @Nullable Batch of(@Nullable String lot, @Nullable String serial, @Nullable LocalDate expiryDate) {
        return lot == null && serial == null && expiryDate == null ? null : new Batch(lot, serial, expiryDate);
    }
}
