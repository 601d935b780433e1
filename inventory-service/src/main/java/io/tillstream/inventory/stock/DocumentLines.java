package io.tillstream.inventory.stock;

import io.tillstream.platform.web.Failure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of every document that moves stock: each has a number of its own and a quantity that counts. */
@Component
public class DocumentLines {
    private final JdbcClient jdbc;

    DocumentLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Names every offending line at once.
     *
     * @param fault what is wrong with a line's quantity, or null
     */
    public static void check(List<DocumentLine> lines, Function<DocumentLine, ? extends @Nullable String> fault) {
        LinesNotValid notValid = new LinesNotValid();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String wrongQuantity = fault.apply(lines.get(i));
            if (wrongQuantity != null) {
                notValid.with("/lines/" + i + "/quantity", wrongQuantity);
            }
            int number = lines.get(i).lineNo();
            if (!numbers.add(number)) {
                notValid.with("/lines/" + i + "/lineNo", "Line number " + number + " is used twice.");
            }
        }
        if (!notValid.errors().isEmpty()) {
            throw notValid;
        }
    }

    /** One statement for all of them. */
    public void add(Kind kind, UUID document, List<DocumentLine> lines) {
        jdbc.sql("""
                        insert into %s (%s, line_no, product_id, sku, quantity)
                        select :id, * from unnest(:lineNos::integer[], :products::uuid[], :skus::text[], :quantities::numeric[])
                        """.formatted(kind.table, kind.owner))
                .param("id", document)
                .param("lineNos", lines.stream().mapToInt(DocumentLine::lineNo).toArray())
                .param(
                        "products",
                        lines.stream().map(line -> line.productId().toString()).toArray(String[]::new))
                .param("skus", lines.stream().map(DocumentLine::sku).toArray(String[]::new))
                .param(
                        "quantities",
                        lines.stream()
                                .map(line -> line.quantity().toPlainString())
                                .toArray(String[]::new))
                .update();
    }

    /** In the order of their numbers. */
    public List<DocumentLine> of(Kind kind, UUID document) {
        return jdbc.sql("""
                        select line_no, product_id, sku, trim_scale(quantity) as quantity from %s
                        where %s = :id order by line_no
                        """.formatted(kind.table, kind.owner))
                .param("id", document)
                .query(new DataClassRowMapper<>(DocumentLine.class))
                .list();
    }

    /** Where the lines of a kind of document are kept. */
    public enum Kind {
        GOODS_RECEIPT("goods_receipt_line", "receipt_id"),
        STOCK_ADJUSTMENT("stock_adjustment_line", "adjustment_id");

        private final String table;
        private final String owner;

        Kind(String table, String owner) {
            this.table = table;
            this.owner = owner;
        }
    }

    private static final class LinesNotValid extends Failure {
        LinesNotValid() {
            super(Failure.Kind.RULE_BROKEN, "lines-not-valid", "Some lines cannot be booked; nothing was stored.");
        }
    }
}
