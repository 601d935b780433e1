package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that a customer has paid a deposit for, as they would have been sold then; that is what they will be sold at.
 *
 * @param name what the customer says they are called; a customer with a profile is named by the document's id of them
 * @param keptUntil the last day on which they are kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SetAside(
        @Nullable String name,
        @Nullable LocalDate keptUntil,
        List<SaleLine> lines,
        @Nullable SalePricing pricing) {}
