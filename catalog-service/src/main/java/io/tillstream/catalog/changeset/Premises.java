package io.tillstream.catalog.changeset;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stores in which a change set's prices hold: whose clock is meant, and whose taxes are paid. */
@Component
class Premises {
    private static final int MOST_YEARS = 2;

    private static final String STORES = """
            select store.id, store.country, store.time_zone
            from store left join price_list on price_list.id = :list::uuid
            where (:store::text is null or store.id = :store::text)
              and (:currency::text is null or store.currency = :currency::text)
              and (price_list.id is null or price_list.terms -> 'stores' = '[]'
                   or price_list.terms -> 'stores' @> to_jsonb(store.id))
            order by store.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Premises(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** This minute. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * The moment that a store's clock shows that time.
     *
     * @param local null: this minute
     * @param clockOf whose clock; null when all stores that the edit concerns keep the same time
     * @throws ChangeSetNotValid when it is past, too far off, no time at all, or not the same everywhere
     */
    Instant moment(@Nullable LocalDateTime local, @Nullable String clockOf, ChangeSetTerms.Edit edit) {
        if (local == null) {
            return now();
        }
        LocalDateTime minute = local.truncatedTo(ChronoUnit.MINUTES);
        ZoneId zone = zone(clockOf, edit);
        if (zone.getRules().getValidOffsets(minute).isEmpty()) {
            throw new ChangeSetNotValid(
                    "/at", "The clocks go forward that night: there is no " + minute + " in " + zone + ".");
        }
        Instant moment = minute.atZone(zone).toInstant();
        if (!moment.isAfter(clock.instant())) {
            throw new ChangeSetNotValid("/at", "That moment is past. Name a later one, or apply the set now.");
        }
        if (moment.isAfter(clock.instant().atZone(zone).plusYears(MOST_YEARS).toInstant())) {
            throw new ChangeSetNotValid("/at", "That is more than " + MOST_YEARS + " years from now.");
        }
        return moment;
    }

    private ZoneId zone(@Nullable String clockOf, ChangeSetTerms.Edit edit) {
        List<Store> stores = stores(clockOf == null ? edit.storeId() : clockOf, edit);
        List<String> zones = stores.stream().map(Store::timeZone).distinct().toList();
        if (zones.size() == 1) {
            return ZoneId.of(zones.getFirst());
        }
        throw new ChangeSetNotValid(
                "/storeId",
                zones.isEmpty()
                        ? "There is no such store in which these prices hold; name the store whose clock is meant."
                        : "These stores keep different times (" + String.join(", ", zones)
                                + "); name the store whose clock is meant.");
    }

    /** One of the country with the most stores concerned; null when there is none. */
    @Nullable
    Store most(ChangeSetTerms.Edit edit) {
        Map<String, List<Store>> byCountry =
                stores(edit.storeId(), edit).stream().collect(Collectors.groupingBy(Store::country));
        return byCountry.values().stream()
                .max(Comparator.<List<Store>>comparingInt(List::size)
                        .thenComparing(stores -> stores.getFirst().country()))
                .map(List::getFirst)
                .orElse(null);
    }

    private List<Store> stores(@Nullable String storeId, ChangeSetTerms.Edit edit) {
        return jdbc.sql(STORES)
                .param("store", storeId)
                .param("currency", edit.currency())
                .param("list", edit.priceListId())
                .query(new DataClassRowMapper<>(Store.class))
                .list();
    }

    /** @param country ISO 3166-1 alpha-2 */
    record Store(String id, String country, String timeZone) {}
}
