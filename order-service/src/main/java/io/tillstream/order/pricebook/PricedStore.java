package io.tillstream.order.pricebook;

import java.time.ZoneId;

/** Where a sale was priced: the store, what it trades in, whose taxes it charges and what time it is there. */
public record PricedStore(String id, String currency, String country, ZoneId zone) {}
