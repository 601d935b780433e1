package io.tillstream.catalog.tax;

import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.catalog.pricebook.PriceScale;
import io.tillstream.catalog.pricebook.TaxRatesInForce;
import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.Page;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rates that were ever set; of two for the same day the one set later counts. */
@Repository
class TaxRates {
    private static final String TOPIC = "pos.catalog.tax-rate";
    private static final String TAX_RATE_CHANGED = "catalog.tax-rate-changed.v1";
    private static final String SET = """
            insert into tax_rate (id, country, region, category, component, compound, rate, valid_from, fingerprint)
            values (:id, :country, :region, :category, :component, :compound, :rate, :validFrom, :fingerprint)
            on conflict on constraint tax_rate_pk do nothing
            """;

    private final JdbcClient jdbc;
    private final TaxRatesInForce inForce;
    private final PriceBookVersions priceBook;
    private final Outbox outbox;
    private final Clock clock;

    TaxRates(JdbcClient jdbc, TaxRatesInForce inForce, PriceBookVersions priceBook, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.inForce = inForce;
        this.priceBook = priceBook;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** True when this call stored it; false when it was stored before with the same body. */
    @Transactional
    public boolean set(UUID id, SetTaxRateRequest request) {
        check(request);
        int added = jdbc.sql(SET)
                .param("id", id)
                .param("country", request.country())
                .param("region", request.region())
                .param("category", request.category())
                .param("component", request.tax())
                .param("compound", request.onTaxesToo())
                .param("rate", request.rate())
                .param("validFrom", Date.valueOf(request.validFrom()))
                .param("fingerprint", Fingerprint.of(request))
                .update();
        if (added == 0) {
            Fingerprint.mustMatch(storedFingerprint(id), request);
            return false;
        }
        inForce.start();
        TaxRateChanged news = request.as(id, priceBook.taxRatesChanged());
        outbox.append(OutgoingEvent.of(TOPIC, id.toString(), TAX_RATE_CHANGED, 0, clock.instant(), news));
        return true;
    }

    private void check(SetTaxRateRequest request) {
        if (request.region() != null && !request.region().startsWith(request.country() + "-")) {
            throw new TaxRateNotValid().with("/region", "A region of " + request.country() + " begins with its code.");
        }
        if (knownOtherwise(request)) {
            throw new TaxRateNotValid()
                    .with(
                            "/compound",
                            "Whether a tax is charged on other taxes stays as it is: end it at 0 and set another one.");
        }
    }

    private boolean knownOtherwise(SetTaxRateRequest request) {
        return jdbc.sql("""
                        select exists (select from tax_rate
                                       where country = :country and category = :category and component = :component
                                         and compound <> :compound)""")
                .param("country", request.country())
                .param("category", request.category())
                .param("component", request.tax())
                .param("compound", request.onTaxesToo())
                .query(Boolean.class)
                .single();
    }

    Optional<TaxRate> find(UUID id) {
        return jdbc.sql("select * from tax_rate where id = :id")
                .param("id", id)
                .query(TaxRates::read)
                .optional();
    }

    /** In the order they were set. */
    Page<TaxRate> list(@Nullable String country, @Nullable String cursor, int limit) {
        UUID after = Cursor.decode(cursor, 1, key -> UUID.fromString(key.getFirst()));
        List<TaxRate> rows = jdbc.sql("""
                        select * from tax_rate
                        where (:country::text is null or country = :country::text)
                          and (:after::uuid is null
                               or recorded_no > (select recorded_no from tax_rate where id = :after::uuid))
                        order by recorded_no limit :limit""")
                .param("country", country)
                .param("after", after)
                .param("limit", limit + 1)
                .query(TaxRates::read)
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.id()));
    }

    private static TaxRate read(ResultSet row, int number) throws SQLException {
        return new TaxRate(
                row.getObject("id", UUID.class),
                row.getString("country"),
                row.getString("region"),
                row.getString("category"),
                row.getString("component"),
                row.getBoolean("compound"),
                PriceScale.percent(row.getBigDecimal("rate")),
                row.getObject("valid_from", LocalDate.class));
    }

    private byte[] storedFingerprint(UUID id) {
        return jdbc.sql("select fingerprint from tax_rate where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }
}
