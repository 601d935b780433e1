package io.tillstream.order.sale.archive;

import io.tillstream.order.sale.DocumentType;
import io.tillstream.order.sale.LineKind;
import io.tillstream.order.sale.ReturnOf;
import io.tillstream.order.sale.Sale;
import io.tillstream.order.sale.SaleDocument;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.TaxShare;
import io.tillstream.order.sale.Tender;
import io.tillstream.order.sale.TenderType;
import io.tillstream.order.salereview.SaleReview;
import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SaleReview review;

    SaleArchive(JdbcClient jdbc, JsonMapper json, SaleReview review) {
        this.jdbc = jdbc;
        this.json = json;
        this.review = review;
    }

    Optional<StoredSale> find(UUID id) {
        return jdbc.sql("select * from sale where id = ?")
                .param(id)
                .query((row, number) -> new StoredSale(sale(row), review.anomaliesOf(id)))
                .optional();
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
                amount(row.getBigDecimal("total"), currency),
                amount(row.getBigDecimal("cash_rounding"), currency),
                tenders(id, currency),
                amount(row.getBigDecimal("change"), currency));
        return new Sale(
                id,
                DocumentType.valueOf(row.getString("document_type")),
                row.getString("cashier"),
                row.getString("cashier_name"),
                row.getTimestamp("recorded_at").toInstant(),
                document);
    }

    private List<SaleLine> lines(UUID sale, String currency) {
        return jdbc.sql("select * from sale_line where sale_id = ? order by line_no")
                .param(sale)
                .query((row, number) -> line(row, currency))
                .list();
    }

    private static SaleLine line(ResultSet row, String currency) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("quantity");
        return new SaleLine(
                row.getInt("line_no"),
                LineKind.ofQuantity(quantity.signum()),
                row.getObject("product_id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                atLeast(0, quantity),
                amount(row.getBigDecimal("unit_price"), currency),
                amount(row.getBigDecimal("discount"), currency),
                row.getString("tax_category"),
                atLeast(2, row.getBigDecimal("tax_rate")),
                amount(row.getBigDecimal("amount"), currency),
                returnOf(row));
    }

    private static @Nullable ReturnOf returnOf(ResultSet row) throws SQLException {
        UUID sale = row.getObject("return_of_sale_id", UUID.class);
        return sale == null ? null : new ReturnOf(sale, row.getInt("return_of_line_no"));
    }

    private List<Tender> tenders(UUID sale, String currency) {
        return jdbc.sql("select * from tender where sale_id = ? order by tender_no")
                .param(sale)
                .query((row, number) -> new Tender(
                        row.getInt("tender_no"),
                        TenderType.valueOf(row.getString("type")),
                        amount(row.getBigDecimal("amount"), currency),
                        row.getObject("payment_id", UUID.class)))
                .list();
    }

    static BigDecimal amount(BigDecimal stored, String currency) {
        return atLeast(Money.decimalsOf(currency), stored);
    }

    /** As people write it: columns keep four decimals, a price shows them only where it needs them. */
    private static BigDecimal atLeast(int decimals, BigDecimal stored) {
        BigDecimal shortest = stored.stripTrailingZeros();
        return shortest.scale() < decimals ? shortest.setScale(decimals, RoundingMode.UNNECESSARY) : shortest;
    }
}
