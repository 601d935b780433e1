package io.tillstream.catalog.pricelist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/price-lists/{id}}: whom its prices are for, and when.
 *
 * @param currency ISO 4217, of all its prices
 * @param priority the higher goes first; the store's own prices and the general ones come after every list
 * @param stores empty: all that trade in the currency
 * @param customerGroups empty: everybody
 */
public record PriceListTerms(
        @NotBlank @Size(max = 100) String name,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code of ISO 4217, such as EUR")
        String currency,

        @Min(0) @Max(1000) int priority,
        @NotNull @Size(max = 1000) List<@NotBlank @Size(max = 60) String> stores,
        @NotNull @Size(max = 100) List<@NotBlank @Size(max = 60) String> customerGroups,
        boolean active,
        @NotNull @Valid Window window) {

    /**
     * When it holds, in the store's local time.
     *
     * @param until the first moment at which it no longer holds
     */
    public record Window(
            @Nullable LocalDateTime from, @Nullable LocalDateTime until) {}

    /** Whether a till may hear of the list's prices that could leave them out before. */
    boolean reachesFurtherThan(PriceListTerms before) {
        boolean begins = active && !before.active;
        boolean reachesMoreStores = stores.isEmpty()
                ? !before.stores.isEmpty()
                : !before.stores.isEmpty() && !before.stores.containsAll(stores);
        return begins || reachesMoreStores;
    }
}
