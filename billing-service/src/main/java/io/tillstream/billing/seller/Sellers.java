package io.tillstream.billing.seller;

import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sellers of all stores, as order-service last told them. */
@Component
public class Sellers {
    private final JdbcClient database;

    Sellers(JdbcClient database) {
        this.database = database;
    }

    /** A message that comes after a newer one changes nothing. */
    void learn(Seller seller) {
        database.sql("""
                        insert into seller (store_id, name, street, postal_code, city, country, tax_number, time_zone, version)
                        values (:storeId, :name, :street, :postalCode, :city, :country, :taxNumber, :timeZone, :version)
                        on conflict on constraint seller_pk do update set name = excluded.name, street = excluded.street,
                            postal_code = excluded.postal_code, city = excluded.city, country = excluded.country,
                            tax_number = excluded.tax_number, time_zone = excluded.time_zone, version = excluded.version
                        where seller.version < excluded.version""")
                .param("storeId", seller.storeId())
                .param("name", seller.name())
                .param("street", seller.street())
                .param("postalCode", seller.postalCode())
                .param("city", seller.city())
                .param("country", seller.country())
                .param("taxNumber", seller.taxNumber())
                .param("timeZone", seller.timeZone().getId())
                .param("version", seller.version())
                .update();
    }

    /** Empty while the store was not told of. */
    public Optional<Seller> of(String storeId) {
        return database.sql("select * from seller where store_id = ?")
                .param(storeId)
                .query((row, no) -> new Seller(
                        row.getString("store_id"),
                        row.getString("name"),
                        row.getString("street"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getString("country"),
                        row.getString("tax_number"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getLong("version")))
                .optional();
    }
}
