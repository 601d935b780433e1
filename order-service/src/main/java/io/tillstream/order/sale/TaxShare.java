package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.sale.SaleLine.TaxPart;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a sale's total that falls under one tax rate (in percent): {@code net + tax = gross}. {@code taxParts} are what the tax is
 * made of, where that is more than one tax.
 */
public record TaxShare(
        String category,
        BigDecimal rate,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TaxPart> taxParts) {}
