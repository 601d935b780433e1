package io.tillstream.purchasing.store;

import io.tillstream.platform.events.Consumers;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Repository;

/** Where to deliver, kept up to date by the order service's news; older news never overwrite newer. */
@Repository
public class DeliveryPlaces {

    private final JdbcClient jdbc;

    DeliveryPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public DeliveryPlace of(String storeId) {
        return jdbc.sql("select * from delivery_place where store_id = ?")
                .param(storeId)
                .query((row, n) -> new DeliveryPlace(
                        row.getString("store_id"),
                        row.getString("name"),
                        ZoneId.of(row.getString("time_zone")),
                        Stream.of(
                                        row.getString("street"),
                                        row.getString("postal_code") + " " + row.getString("city"),
                                        DeliveryPlace.countryName(row.getString("country")))
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList(),
                        row.getString("tax_number")))
                .optional()
                .orElseGet(() -> DeliveryPlace.unknown(storeId));
    }

    void put(StoreChanged store) {
        jdbc.sql("""
                        insert into delivery_place
                            (store_id, name, time_zone, street, postal_code, city, country, tax_number, store_version)
                        values (:id, :name, :timeZone, :street, :postalCode, :city, :country, :taxNumber, :version)
                        on conflict on constraint delivery_place_pk do update set
                            name = excluded.name, time_zone = excluded.time_zone, street = excluded.street,
                            postal_code = excluded.postal_code, city = excluded.city, country = excluded.country,
                            tax_number = excluded.tax_number, store_version = excluded.store_version
                        where delivery_place.store_version < excluded.store_version
                        """)
                .param("id", store.id())
                .param("name", store.name())
                .param("timeZone", store.timeZone().getId())
                .param("street", store.address().street())
                .param("postalCode", store.address().postalCode())
                .param("city", store.address().city())
                .param("country", store.address().country())
                .param("taxNumber", store.taxNumber())
                .param("version", store.version())
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Listener {

        @Bean
        Consumer<Message<List<byte[]>>> stores(Consumers consumers, DeliveryPlaces places) {
            return consumers.batch(
                    "stores",
                    Set.of(StoreChanged.TYPE),
                    events -> events.forEach(event -> places.put(event.as(StoreChanged.class))));
        }
    }
}
