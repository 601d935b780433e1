package io.tillstream.order.sale.archive;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.AgeCheck;
import io.tillstream.order.sale.Deposit;
import io.tillstream.order.sale.DocumentType;
import io.tillstream.order.sale.ForeignMoney;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.sale.RefundOf;
import io.tillstream.order.sale.RungUpBy;
import io.tillstream.order.sale.Sale;
import io.tillstream.order.sale.SaleDocument;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.SaleLineRow;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.sale.TaxShare;
import io.tillstream.order.sale.Tender;
import io.tillstream.order.sale.TenderType;
import io.tillstream.order.sale.Tip;
import io.tillstream.order.sale.archive.StoredSale.SignedIn;
import io.tillstream.order.salereview.SaleReview;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts a stored sale together again. */
@Component
class SaleArchive {

    private static final TypeReference<List<TaxShare>> TAXES = new TypeReference<>() {};
    private static final TypeReference<List<GivenApproval>> APPROVALS = new TypeReference<>() {};

    private static final String SIGNED = """
            select device.id, device.epoch, entry.number
            from journal_entry entry join device on device.id = entry.device_id
            where entry.subject = ? and entry.kind = 'SALE' order by entry.recorded_at limit 1
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SaleLineRow line;
    private final SaleReview review;

    SaleArchive(JdbcClient jdbc, JsonMapper json, SaleLineRow line, SaleReview review) {
        this.jdbc = jdbc;
        this.json = json;
        this.line = line;
        this.review = review;
    }

    Optional<StoredSale> find(UUID id) {
        return jdbc.sql("select * from sale where id = ?")
                .param(id)
                .query((row, number) -> new StoredSale(sale(row), review.anomaliesOf(id), signed(id)))
                .optional();
    }

    private @Nullable SignedIn signed(UUID sale) {
        return jdbc.sql(SIGNED)
                .param(sale)
                .query((row, number) ->
                        new SignedIn(row.getObject("id", UUID.class), row.getInt("epoch"), row.getLong("number")))
                .optional()
                .orElse(null);
    }

    private Sale sale(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String currency = row.getString("currency");
        SaleDocument document = new SaleDocument(
                row.getString("store_id"),
                row.getString("till_id"),
                row.getObject("till_session_id", UUID.class),
                row.getLong("receipt_number"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getObject("business_date", LocalDate.class),
                currency,
                row.getObject("customer_id", UUID.class),
                row.getString("external_reference"),
                lines(id, currency),
                json.readValue(row.getString("taxes"), TAXES),
                Amounts.written(row.getBigDecimal("total"), currency),
                Amounts.written(row.getBigDecimal("cash_rounding"), currency),
                tenders(id, currency),
                Amounts.written(row.getBigDecimal("change"), currency),
                pricing(row.getString("pricing")),
                rungUpBy(row),
                approvals(row.getString("approvals")),
                ageCheck(row.getString("age_check")),
                tip(row, currency),
                deposit(row.getString("deposit")));
        return new Sale(
                id,
                DocumentType.valueOf(row.getString("document_type")),
                row.getString("cashier"),
                row.getString("cashier_name"),
                row.getTimestamp("recorded_at").toInstant(),
                document);
    }

    private @Nullable SalePricing pricing(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, SalePricing.class);
    }

    private static @Nullable RungUpBy rungUpBy(ResultSet row) throws SQLException {
        String person = row.getString("rung_up_by");
        return person == null ? null : new RungUpBy(person, row.getString("rung_up_by_name"));
    }

    private @Nullable List<GivenApproval> approvals(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, APPROVALS);
    }

    private @Nullable AgeCheck ageCheck(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, AgeCheck.class);
    }

    private static @Nullable Tip tip(ResultSet row, String currency) throws SQLException {
        BigDecimal tip = row.getBigDecimal("tip");
        return tip == null
                ? null
                : new Tip(
                        Amounts.written(tip, currency),
                        new RungUpBy(row.getString("tip_to"), row.getString("tip_to_name")));
    }

    private @Nullable Deposit deposit(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Deposit.class);
    }

    private List<SaleLine> lines(UUID sale, String currency) {
        return jdbc.sql("select * from sale_line where sale_id = ? order by line_no")
                .param(sale)
                .query((row, number) -> line.read(row).writtenIn(currency))
                .list();
    }

    private List<Tender> tenders(UUID sale, String currency) {
        return jdbc.sql("select * from tender where sale_id = ? order by tender_no")
                .param(sale)
                .query((row, number) -> new Tender(
                        row.getInt("tender_no"),
                        TenderType.valueOf(row.getString("type")),
                        Amounts.written(row.getBigDecimal("amount"), currency),
                        row.getObject("payment_id", UUID.class),
                        refundOf(row),
                        foreign(row)))
                .list();
    }

    private static @Nullable ForeignMoney foreign(ResultSet row) throws SQLException {
        String currency = row.getString("foreign_currency");
        return currency == null
                ? null
                : new ForeignMoney(
                        currency,
                        Amounts.written(row.getBigDecimal("foreign_amount"), currency),
                        Amounts.quantity(row.getBigDecimal("exchange_rate")));
    }

    private static @Nullable RefundOf refundOf(ResultSet row) throws SQLException {
        UUID sale = row.getObject("refund_of_sale_id", UUID.class);
        return sale == null ? null : new RefundOf(sale, row.getInt("refund_of_tender_no"));
    }
}
