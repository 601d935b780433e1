package io.tillstream.order.sale;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.web.Fingerprint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is written down of a sale, column by column. */
final class SaleColumns {

    /** @param roles of the token that sent the sale */
    record Sent(Sale sale, String roles) {}

    record Line(UUID saleId, SaleLine line) {}

    record Paid(UUID saleId, Tender tender) {}

    private final JsonMapper json;

    SaleColumns(JsonMapper json) {
        this.json = json;
    }

    List<Column<Sent>> sales() {
        return List.of(
                new Column<>("id", "uuid", sent -> sent.sale().id()),
                Column.at("recorded_at", sent -> utc(sent.sale().recordedAt())),
                Column.at("occurred_at", sent -> utc(sent.sale().document().occurredAt())),
                said("till_session_id", "uuid", SaleDocument::tillSessionId),
                said("customer_id", "uuid", SaleDocument::customerId),
                said("receipt_number", "bigint", SaleDocument::receiptNumber),
                said("business_date", "date", SaleDocument::businessDate),
                said("store_id", "text", SaleDocument::storeId),
                said("till_id", "text", SaleDocument::tillId),
                new Column<>(
                        "document_type",
                        "text",
                        sent -> sent.sale().documentType().name()),
                said("currency", "text", SaleDocument::currency),
                said("total", "numeric", SaleDocument::total),
                said("cash_rounding", "numeric", SaleDocument::cashRounding),
                said("change", "numeric", SaleDocument::change),
                new Column<>("cashier", "text", sent -> sent.sale().cashier()),
                new Column<>("cashier_name", "text", sent -> sent.sale().cashierName()),
                said("external_reference", "text", SaleDocument::externalReference),
                said("taxes", "jsonb", document -> asJson(document.taxes())),
                said("pricing", "jsonb", document -> asJson(document.pricing())),
                said("fingerprint", "bytea", Fingerprint::of),
                new Column<>("event_id", "uuid", sent -> UuidV7.next()),
                new Column<>("cashier_roles", "text", Sent::roles),
                said("rung_up_by", "text", of(SaleDocument::rungUpBy, RungUpBy::id)),
                said("rung_up_by_name", "text", of(SaleDocument::rungUpBy, RungUpBy::name)),
                said("approvals", "jsonb", this::approvals),
                said("age_check", "jsonb", document -> asJson(document.ageCheck())),
                said("tip", "numeric", of(SaleDocument::tip, Tip::amount)),
                said(
                        "tip_to",
                        "text",
                        of(SaleDocument::tip, tip -> tip.recipient().id())),
                said(
                        "tip_to_name",
                        "text",
                        of(SaleDocument::tip, tip -> tip.recipient().name())),
                said("layaway_id", "uuid", of(SaleDocument::deposit, Deposit::layawayId)),
                said(
                        "deposit_kind",
                        "text",
                        of(SaleDocument::deposit, deposit -> deposit.kind().name())),
                said("deposit_amount", "numeric", of(SaleDocument::deposit, Deposit::amount)),
                said("deposit", "jsonb", document -> asJson(document.deposit())));
    }

    List<Column<Line>> lines() {
        return List.of(
                new Column<>("sale_id", "uuid", Line::saleId),
                sold("line_no", "smallint", SaleLine::lineNo),
                sold("product_id", "uuid", SaleLine::productId),
                sold("sku", "text", SaleLine::sku),
                sold("name", "text", SaleLine::name),
                sold("quantity", "numeric", SaleLine::quantity),
                sold("unit_price", "numeric", SaleLine::unitPrice),
                sold("discount", "numeric", SaleLine::discount),
                sold("tax_category", "text", SaleLine::taxCategory),
                sold("tax_rate", "numeric", SaleLine::taxRate),
                sold("amount", "numeric", SaleLine::amount),
                sold("return_of_sale_id", "uuid", of(SaleLine::returnOf, ReturnOf::saleId)),
                sold("return_of_line_no", "smallint", of(SaleLine::returnOf, ReturnOf::lineNo)),
                sold("tax", "numeric", SaleLine::tax),
                sold("tax_added", "numeric", SaleLine::taxAdded),
                sold("tax_parts", "jsonb", line -> asJson(line.taxParts())),
                sold("lot", "text", of(SaleLine::batch, Batch::lot)),
                sold("serial", "text", of(SaleLine::batch, Batch::serial)),
                sold("expiry_date", "date", of(SaleLine::batch, Batch::expiryDate)),
                sold("note", "text", SaleLine::note),
                sold(
                        "come_back_reason",
                        "text",
                        of(SaleLine::comeBack, back -> back.reason().name())),
                sold(
                        "come_back_condition",
                        "text",
                        of(SaleLine::comeBack, back -> back.condition().name())));
    }

    List<Column<Paid>> tenders() {
        return List.of(
                new Column<>("sale_id", "uuid", Paid::saleId),
                given("tender_no", "smallint", Tender::tenderNo),
                given("type", "text", tender -> tender.type().name()),
                given("amount", "numeric", Tender::amount),
                given("payment_id", "uuid", Tender::paymentId),
                given("refund_of_sale_id", "uuid", of(Tender::refundOf, RefundOf::saleId)),
                given("refund_of_tender_no", "smallint", of(Tender::refundOf, RefundOf::tenderNo)),
                given("foreign_currency", "text", of(Tender::foreign, ForeignMoney::currency)),
                given("foreign_amount", "numeric", of(Tender::foreign, ForeignMoney::amount)),
                given("exchange_rate", "numeric", of(Tender::foreign, ForeignMoney::rate)));
    }

    /** What a sale's event says besides what the sale's row knows. */
    List<Column<Sent>> events() {
        return List.of(
                new Column<>("sale_id", "uuid", sent -> sent.sale().id()),
                Column.at("occurred_at", sent -> utc(sent.sale().document().occurredAt())),
                new Column<>("body", "bytea", sent -> json.writeValueAsBytes(sent.sale())));
    }

    private static Column<Sent> said(String name, String type, Function<SaleDocument, @Nullable Object> value) {
        return new Column<>(name, type, sent -> value.apply(sent.sale().document()));
    }

    private static Column<Line> sold(String name, String type, Function<SaleLine, @Nullable Object> value) {
        return new Column<>(name, type, line -> value.apply(line.line()));
    }

    private static Column<Paid> given(String name, String type, Function<Tender, @Nullable Object> value) {
        return new Column<>(name, type, paid -> value.apply(paid.tender()));
    }

    /** A part of something that may be missing. */
    private static <T, P> Function<T, @Nullable Object> of(
            Function<T, @Nullable P> whole, Function<P, @Nullable Object> part) {
        return row -> {
            P found = whole.apply(row);
            return found == null ? null : part.apply(found);
        };
    }

    private @Nullable Object approvals(SaleDocument document) {
        List<GivenApproval> approvals = document.approvals();
        return approvals == null || approvals.isEmpty() ? null : asJson(approvals);
    }

    private @Nullable Object asJson(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
