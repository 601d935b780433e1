package io.tillstream.order.sale;

import io.tillstream.order.sale.ComeBack.Condition;
import io.tillstream.order.sale.ComeBack.Reason;
import io.tillstream.order.sale.SaleLine.TaxPart;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a line from a row with all columns of {@code sale_line}; numbers have the decimals of their columns. */
@Component
public class SaleLineRow {

    private static final TypeReference<List<TaxPart>> PARTS = new TypeReference<>() {};

    private final JsonMapper json;

    SaleLineRow(JsonMapper json) {
        this.json = json;
    }

    public SaleLine read(ResultSet row) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("quantity");
        UUID returnOf = row.getObject("return_of_sale_id", UUID.class);
        String parts = row.getString("tax_parts");
        return new SaleLine(
                row.getInt("line_no"),
                LineKind.ofQuantity(quantity.signum()),
                row.getObject("product_id", UUID.class),
                row.getString("sku"),
                row.getString("name"),
                quantity,
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("discount"),
                row.getString("tax_category"),
                row.getBigDecimal("tax_rate"),
                row.getBigDecimal("amount"),
                returnOf == null ? null : new ReturnOf(returnOf, row.getInt("return_of_line_no")),
                row.getBigDecimal("tax"),
                row.getBigDecimal("tax_added"),
                parts == null ? null : json.readValue(parts, PARTS),
                batch(row),
                row.getString("note"),
                comeBack(row));
    }

    private static @Nullable ComeBack comeBack(ResultSet row) throws SQLException {
        String reason = row.getString("come_back_reason");
        return reason == null
                ? null
                : new ComeBack(Reason.valueOf(reason), Condition.valueOf(row.getString("come_back_condition")));
    }

    private static @Nullable Batch batch(ResultSet row) throws SQLException {
        return Batch.of(row.getString("lot"), row.getString("serial"), row.getObject("expiry_date", LocalDate.class));
    }
}
