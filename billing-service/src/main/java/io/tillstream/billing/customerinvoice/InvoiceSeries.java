package io.tillstream.billing.customerinvoice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gapless numbers per seller and year. Whoever locks a series has it alone until the end of the transaction. */
@Component
class InvoiceSeries {
    private final JdbcClient database;

    InvoiceSeries(JdbcClient database) {
        this.database = database;
    }

    void lock(String sellerKey, int year) {
        database.sql("""
                        insert into invoice_series (seller_key, year, last_number) values (?, ?, 0)
                        on conflict on constraint invoice_series_pk do nothing""").params(sellerKey, year).update();
        database.sql("select last_number from invoice_series where seller_key = ? and year = ? for update")
                .params(sellerKey, year)
                .query((row, no) -> row.getInt(1))
                .single();
    }

    /** The next number of a locked series. Taken for good only if the transaction commits, so a failure leaves no gap. */
    InvoiceNumber next(String sellerKey, int year) {
        int sequence = database.sql("""
                        update invoice_series set last_number = last_number + 1 where seller_key = ? and year = ?
                        returning last_number""")
                .params(sellerKey, year)
                .query((row, no) -> row.getInt(1))
                .single();
        return new InvoiceNumber(sellerKey, year, sequence);
    }
}
