package io.tillstream.shipping.shipment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the packing table says when a parcel leaves; without a tracking code the carrier is asked for one. */
public record DispatchOrder(
        @NotBlank @Size(max = 40) String carrier,

        @Nullable
        @Pattern(regexp = "[A-Za-z0-9 ./-]{4,60}", message = "must be 4 to 60 letters, digits, spaces, dots or dashes")
        String trackingCode,

        @NotNull Instant dispatchedAt) {}
