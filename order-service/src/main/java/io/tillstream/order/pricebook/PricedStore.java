package io.tillstream.order.pricebook;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Where a sale was priced: the store, what it trades in, whose taxes it charges and how, and what time it is there. */
public record PricedStore(
        String id,
        String currency,
        String country,
        @Nullable String region,
        boolean pricesIncludeTax,
        ZoneId zone) {}
