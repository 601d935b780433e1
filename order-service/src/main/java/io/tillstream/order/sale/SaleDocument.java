package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The document a till fixes when a basket is paid. All amounts are in {@code currency} and include tax. {@code occurredAt} is the
 * till's clock; {@code externalReference} is the number of a document that another system wrote first. What was
 * added to documents since they were first written ({@code pricing} and all that follows) is left out where there is none: the
 * fingerprint of a document is made of what it says.
 */
public record SaleDocument(
        String storeId,
        String tillId,
        @Nullable UUID tillSessionId,
        long receiptNumber,
        Instant occurredAt,
        LocalDate businessDate,
        String currency,
        @Nullable UUID customerId,
        @Nullable String externalReference,
        List<SaleLine> lines,
        List<TaxShare> taxes,
        BigDecimal total,
        BigDecimal cashRounding,
        List<Tender> tenders,
        BigDecimal change,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SalePricing pricing,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RungUpBy rungUpBy,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<GivenApproval> approvals,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AgeCheck ageCheck,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Tip tip,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Deposit deposit) {}
