package io.tillstream.order.pricebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Promotions and price lists in all their versions, kept as they were read: they are few, change seldom and concern every sale. The
 * number of rows says whether there are new ones, because nothing is ever changed or removed.
 */
@Component
class TermsArchive {

    /** One version of a thing, known to tills from a version of the price book on; without terms it could not be read. */
    record Version<T>(
            UUID id, long knownFrom, long version, @Nullable T terms) {}

    private record Known(
            long rows, List<List<Version<PromotionTerms>>> promotions, List<List<Version<ListTerms>>> priceLists) {}

    private record Row(String kind, UUID id, long knownFrom, long version, String terms) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private volatile Known known = new Known(0, List.of(), List.of());

    TermsArchive(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Of each promotion all versions, newest first. */
    List<List<Version<PromotionTerms>>> promotions() {
        return upToDate().promotions();
    }

    /** Of each list all versions, newest first. */
    List<List<Version<ListTerms>>> priceLists() {
        return upToDate().priceLists();
    }

    private Known upToDate() {
        long rows = jdbc.sql("select count(*) from price_book_terms")
                .query(Long.class)
                .single();
        if (rows != known.rows()) {
            known = read();
        }
        return known;
    }

    private Known read() {
        List<Row> rows = jdbc.sql(
                        "select kind, id, book_version as known_from, version, terms::text from price_book_terms")
                .query(new DataClassRowMapper<>(Row.class))
                .list();
        return new Known(
                rows.size(),
                versions(rows, "PROMOTION", PromotionTerms.class, PromotionTerms::isUsable),
                versions(rows, "PRICE_LIST", ListTerms.class, terms -> true));
    }

    private <T> List<List<Version<T>>> versions(List<Row> rows, String kind, Class<T> type, Predicate<T> usable) {
        Map<UUID, List<Version<T>>> byId = new HashMap<>();
        for (Row row : rows) {
            if (row.kind().equals(kind)) {
                byId.computeIfAbsent(row.id(), id -> new ArrayList<>())
                        .add(new Version<>(row.id(), row.knownFrom(), row.version(), read(row.terms(), type, usable)));
            }
        }
        byId.values()
                .forEach(versions -> versions.sort(
                        Comparator.comparingLong(Version<T>::version).reversed()));
        return List.copyOf(byId.values());
    }

    /** Null for what this version of the service cannot read, such as a promotion of a new kind: nor do tills apply it. */
    private <T> @Nullable T read(String terms, Class<T> type, Predicate<T> usable) {
        try {
            T read = json.readValue(terms, type);
            return usable.test(read) ? read : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
