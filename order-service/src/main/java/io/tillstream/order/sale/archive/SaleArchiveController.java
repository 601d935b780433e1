package io.tillstream.order.sale.archive;

import io.tillstream.order.sale.SaleDocument;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SaleArchiveController {

    private final SaleArchive archive;
    private final SaleList list;
    private final ReceiptSeries receipts;
    private final TradingTotals.Recount recount;
    private final RefundableTenders refundable;

    SaleArchiveController(
            SaleArchive archive,
            SaleList list,
            ReceiptSeries receipts,
            TradingTotals.Recount recount,
            RefundableTenders refundable) {
        this.archive = archive;
        this.refundable = refundable;
        this.list = list;
        this.receipts = receipts;
        this.recount = recount;
    }

    @GetMapping("/api/sales/{id}")
    StoredSale sale(@PathVariable UUID id, Caller caller) {
        return archive.find(id)
                .filter(found -> caller.mayServe(found.sale().document().storeId()))
                .orElseThrow(() -> new NotFound("sale " + id));
    }

    /** What paid for a sale and how much of it has gone back, the sale's own tenders first. */
    @GetMapping("/api/sales/{id}/tenders")
    Page<RefundableTender> tenders(@PathVariable UUID id, Caller caller) {
        SaleDocument document = sale(id, caller).sale().document();
        return new Page<>(refundable.of(id, document.storeId(), document.currency()), null);
    }

    /** Sales that fit every given filter, newest first. {@code hour} is the hour of the day where the store is. */
    @GetMapping("/api/sales")
    Page<SaleHead> sales(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable LocalDate businessDate,
            @RequestParam(required = false) @Nullable Integer hour,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String tillId,
            @RequestParam(required = false) @Nullable UUID tillSessionId,
            @RequestParam(required = false) @Nullable String cashier,
            @RequestParam(required = false) @Nullable Long receiptNumber,
            @RequestParam(required = false) @Nullable String externalReference,
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable UUID returnOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        if (storeId != null && !caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        SaleFilter filter = new SaleFilter(
                storeId,
                businessDate,
                hour,
                sku,
                tillId,
                tillSessionId,
                cashier,
                receiptNumber,
                externalReference,
                customerId,
                returnOf);
        List<String> withinStores = caller.servesEveryStore() ? null : List.copyOf(caller.stores());
        return list.page(filter, withinStores, cursor, Page.limit(limit));
    }

    /** Receipt numbers of a till that have not arrived although later ones have; at most 500 gaps, lowest first. */
    @GetMapping("/api/tills/{tillId}/receipt-gaps")
    Page<ReceiptSeries.Gap> receiptGaps(@PathVariable String tillId, Caller caller) {
        return new Page<>(receipts.gaps(tillId, caller), null);
    }

    /** Where a device that becomes this till goes on numbering. */
    @GetMapping("/api/tills/{tillId}/last-receipt")
    ReceiptSeries.LastReceipt lastReceipt(@PathVariable String tillId, Caller caller) {
        return receipts.last(tillId, caller);
    }

    @GetMapping("/api/trading-totals")
    TradingTotals tradingTotals(@RequestParam String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        return recount.of(storeId);
    }
}
