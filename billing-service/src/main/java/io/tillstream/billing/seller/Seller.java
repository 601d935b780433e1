package io.tillstream.billing.seller;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who sells in a store.
 *
 * @param taxNumber VAT id or national tax number; an invoice without one is not valid
 */
public record Seller(
        String storeId,
        String name,
        String street,
        String postalCode,
        String city,
        String country,
        @Nullable String taxNumber,
        ZoneId timeZone,
        long version) {

    /** True when the seller can be named as the law wants it. */
    public boolean mayIssueInvoices() {
        return taxNumber != null && !taxNumber.isBlank() && !street.isBlank() && !city.isBlank();
    }

    /** The same for all stores of one legal entity, which is known by its tax number. */
    public String key() {
        return country + ":"
                + (taxNumber == null ? "" : taxNumber.replaceAll("[\\s./-]", "").toUpperCase(Locale.ROOT));
    }
}
