package io.tillstream.gateway.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A store's day at a glance. A part whose service does not answer is missing alone; the rest stands. */
record Dashboard(
        String storeId,
        LocalDate businessDate,
        Part takingsByHour,
        Part bestSellers,
        Part lowStock,
        Part openPurchaseOrders) {

    /**
     * @param data the service's own answer, null if unavailable
     * @param reason why it is unavailable, in words
     */
    record Part(
            Status status,
            @Nullable JsonNode data,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {
        static Part of(JsonNode data) {
            return new Part(Status.OK, data, null);
        }

        static Part unavailable(@Nullable String reason) {
            return new Part(Status.UNAVAILABLE, null, reason);
        }
    }

    enum Status {
        OK,
        UNAVAILABLE
    }
}
