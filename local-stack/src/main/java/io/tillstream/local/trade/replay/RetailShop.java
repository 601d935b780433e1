package io.tillstream.local.trade.replay;

import io.tillstream.local.trade.Sale;
import io.tillstream.local.trade.StableId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shop of the replay: how a document of the source becomes what its till would have sent. Prices are taken as
 * including UK VAT at the rate of the day.
 */
final class RetailShop {

    static final String STORE = "online-retail";
    static final String CURRENCY = "GBP";
    static final int TILLS = 8;
    static final String TAX_CATEGORY = "STANDARD";
    static final LocalDate VAT_RISE = LocalDate.of(2011, 1, 4);
    static final BigDecimal VAT_BEFORE = new BigDecimal("17.50");
    static final BigDecimal VAT_AFTER = new BigDecimal("20.00");
    static final String CASH = "CASH";
    static final String OPENING_FLOAT = "100.00";

    private static final ZoneId CLOCK = ZoneId.of("Europe/London");
    // customers and products have no time of their own: the record begins on this day
    private static final Instant BEGINNING = Instant.parse("2010-12-01T00:00:00Z");

    private RetailShop() {}

    /** The wire form of {@code PUT /api/stock-adjustments/{id}}. */
    record StockAdjustment(
            String locationId,
            String reason,
            String occurredAt,
            String externalReference,
            @Nullable String note,
            List<Line> lines) {
        record Line(int lineNo, String productId, String sku, String quantity) {}
    }

    static Instant instant(LocalDateTime shopTime) {
        return shopTime.atZone(CLOCK).toInstant();
    }

    static UUID idOf(SourceDocument document) {
        return StableId.of(instant(document.at()), STORE, document.number());
    }

    static UUID sessionId(TillPlan.Till till, TillPlan.Shift shift) {
        return StableId.of(opening(shift), till.id(), shift.day().toString());
    }

    /** A till is opened a minute before its first document. */
    static Instant opening(TillPlan.Shift shift) {
        return instant(shift.tickets().getFirst().document().at()).minusSeconds(60);
    }

    static Instant closing(TillPlan.Shift shift) {
        return shift.tickets().stream()
                .map(ticket -> instant(ticket.document().at()))
                .max(Instant::compareTo)
                .orElseThrow()
                .plusSeconds(60);
    }

    static UUID customerId(String customer) {
        return StableId.of(BEGINNING, STORE, "customer", customer);
    }

    static UUID productId(String stockCode) {
        return StableId.of(BEGINNING, STORE, "product", Assortment.key(stockCode));
    }

    static Sale sale(TillPlan.Till till, TillPlan.Shift shift, TillPlan.Ticket ticket) {
        SourceDocument document = ticket.document();
        List<Sale.Line> lines = new ArrayList<>();
        for (SourceRow row : document.rows()) {
            lines.add(Sale.Line.of(lines.size() + 1, goodsOf(row, ticket.day()), row.quantity(), row.unitPrice()));
        }
        BigDecimal total = Sale.totalOf(lines);
        return new Sale(
                STORE,
                till.id(),
                sessionId(till, shift).toString(),
                ticket.receiptNumber(),
                instant(document.at()).toString(),
                ticket.day().toString(),
                CURRENCY,
                document.customer().isEmpty()
                        ? null
                        : customerId(document.customer()).toString(),
                document.number(),
                lines,
                Sale.taxesOf(lines),
                total.toPlainString(),
                "0.00",
                total.signum() == 0
                        ? List.of()
                        : List.of(new Sale.Tender(1, tender(document, total), total.toPlainString(), null)),
                "0.00");
    }

    /**
     * The source does not say how it was paid. Here money taken from somebody without a customer number is cash; all else,
     * refunds too, is a bank transfer, so that no drawer pays out more than it holds.
     */
    static String tender(SourceDocument document, BigDecimal total) {
        return document.customer().isEmpty() && total.signum() > 0 ? CASH : "BANK_TRANSFER";
    }

    static StockAdjustment writeOff(SourceDocument document) {
        List<StockAdjustment.Line> lines = new ArrayList<>();
        for (SourceRow row : document.rows()) {
            lines.add(new StockAdjustment.Line(
                    lines.size() + 1,
                    productId(row.stockCode()).toString(),
                    row.stockCode(),
                    row.quantity().toPlainString()));
        }
        String why = document.rows().getFirst().description();
        return new StockAdjustment(
                STORE,
                "WRITE_OFF",
                instant(document.at()).toString(),
                document.number(),
                why.isEmpty() ? null : why,
                lines);
    }

    private static Sale.Goods goodsOf(SourceRow row, LocalDate day) {
        return new Sale.Goods(
                productId(row.stockCode()).toString(),
                row.stockCode(),
                row.description().isEmpty() ? row.stockCode() : row.description(),
                TAX_CATEGORY,
                day.isBefore(VAT_RISE) ? VAT_BEFORE : VAT_AFTER);
    }
}
