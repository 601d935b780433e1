package io.tillstream.order.salvage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/salvages/{id}}: somebody begins to bring in what a device held.
 *
 * @param deviceId whose it is, where it had a key
 * @param tillIds whose documents they are
 * @param digest SHA-256 of the file, 64 hex digits; null of receipts
 * @param exportedAt when the device wrote the file
 */
record BringingIn(
        @NotBlank @Size(max = 64) String storeId,
        @NotNull Source source,
        @Nullable UUID deviceId,
        @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 64) String> tillIds,

        @Nullable @Pattern(regexp = "[0-9a-f]{64}", message = "is SHA-256 in 64 hex digits")
        String digest,

        @Nullable Instant exportedAt,
        @PositiveOrZero int documents,
        @PositiveOrZero int entries) {}
