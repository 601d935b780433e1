package io.tillstream.billing.customerinvoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The issued invoices. Each is kept as the document it was, with the columns that lists and checks read beside it. */
@Component
class CustomerInvoices {
    record Stored(CustomerInvoice invoice, byte[] fingerprint) {}

    private final JdbcClient database;
    private final JsonMapper json;

    CustomerInvoices(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(CustomerInvoice invoice, InvoiceNumber number, byte[] fingerprint, String by) {
        database.sql("""
                        insert into customer_invoice (id, seller_key, year, sequence, number, sale_id, store_id, issue_date,
                            issued_at, issued_by, currency, net, tax, total, document, fingerprint)
                        values (:id, :sellerKey, :year, :sequence, :number, :saleId, :storeId, :issueDate, :issuedAt, :by,
                            :currency, :net, :tax, :total, :document::json, :fingerprint)""")
                .param("id", invoice.id())
                .param("sellerKey", number.sellerKey())
                .param("year", number.year())
                .param("sequence", number.sequence())
                .param("number", invoice.number())
                .param("saleId", invoice.saleId())
                .param("storeId", invoice.storeId())
                .param("issueDate", invoice.issueDate())
                .param("issuedAt", invoice.issuedAt().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("currency", invoice.currency())
                .param("net", invoice.net())
                .param("tax", invoice.tax())
                .param("total", invoice.total())
                .param("document", json.writeValueAsString(invoice))
                .param("fingerprint", fingerprint)
                .update();
    }

    Optional<Stored> find(UUID id) {
        return database.sql("select document, fingerprint from customer_invoice where id = ?")
                .param(id)
                .query(this::stored)
                .optional();
    }

    Optional<Stored> ofSale(UUID saleId) {
        return database.sql("select document, fingerprint from customer_invoice where sale_id = ?")
                .param(saleId)
                .query(this::stored)
                .optional();
    }

    /**
     * Newest first.
     *
     * @param stores empty for every store
     * @param before the last id of the page before
     */
    List<CustomerInvoice> list(Set<String> stores, @Nullable UUID saleId, @Nullable UUID before, int limit) {
        return database.sql("""
                        select document, fingerprint from customer_invoice
                        where (:everyStore or store_id = any(:stores)) and (:saleId::uuid is null or sale_id = :saleId::uuid)
                            and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit""")
                .param("everyStore", stores.isEmpty())
                .param("stores", stores.toArray(String[]::new))
                .param("saleId", saleId)
                .param("before", before)
                .param("limit", limit)
                .query((row, no) -> stored(row, no).invoice())
                .list();
    }

    private Stored stored(ResultSet row, int no) throws SQLException {
        return new Stored(
                json.readValue(row.getString("document"), CustomerInvoice.class), row.getBytes("fingerprint"));
    }
}
