package io.tillstream.order.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a store but its id. The business day turns over at {@code businessDayStartsAt}, local time.
 *
 * @param region where taxes differ from those of the country
 * @param pricesIncludeTax false: tax comes on top of the prices; not said: they hold it
 * @param cashDifferenceLimit up to here a counted drawer may differ from what is expected without a word; not said: not at all
 * @param asksForTips true: its tills offer to take a tip; not said: they do not
 * @param foreignCash which foreign currencies its tills take in cash, at which rate; not said: none
 */
@Embeddable
public record StoreDetails(
        @NotBlank @Size(max = 100) String name,

        @JdbcTypeCode(SqlTypes.CHAR)
        @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "is a three-letter ISO 4217 code, like EUR")
        String currency,

        @NotNull ZoneId timeZone,

        @JdbcTypeCode(SqlTypes.CHAR)
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "is a two-letter ISO 3166 code, like DE")
        String country,

        @Nullable @Pattern(regexp = "[A-Z]{2}-[A-Z0-9]{1,3}", message = "is a code of ISO 3166-2, like CA-QC")
        String region,

        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime businessDayStartsAt,

        @Embedded @AttributeOverride(name = "country", column = @Column(name = "address_country")) @NotNull @Valid
        Address address,

        @Nullable @Size(max = 50) String taxNumber,

        @Nullable Boolean pricesIncludeTax,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal cashDifferenceLimit,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean asksForTips,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JdbcTypeCode(SqlTypes.JSON) @Nullable @Size(max = 20)
        List<@NotNull @Valid ForeignCash> foreignCash) {

    public StoreDetails {
        pricesIncludeTax = !Boolean.FALSE.equals(pricesIncludeTax);
        cashDifferenceLimit = cashDifferenceLimit == null ? null : cashDifferenceLimit.stripTrailingZeros();
        asksForTips = Boolean.TRUE.equals(asksForTips) ? true : null;
        foreignCash = foreignCash == null || foreignCash.isEmpty() ? null : foreignCash;
    }

    /** Tells of each rate who set it, and when; one that stays as it was was set before. */
    StoreDetails ratedBy(String name, Instant at, @Nullable StoreDetails before) {
        if (foreignCash == null) {
            return this;
        }
        List<ForeignCash> known = before == null || before.foreignCash == null ? List.of() : before.foreignCash;
        List<ForeignCash> rated = new ArrayList<>();
        for (ForeignCash each : foreignCash) {
            if (!isForeign(each.currency())
                    || rated.stream().anyMatch(other -> other.currency().equals(each.currency()))) {
                throw new ForeignCashNotClear(each.currency(), rated.size());
            }
            rated.add(known.stream().filter(each::isSameRateAs).findFirst().orElseGet(() -> each.setBy(name, at)));
        }
        return new StoreDetails(
                name(),
                currency,
                timeZone,
                country,
                region,
                businessDayStartsAt,
                address,
                taxNumber,
                pricesIncludeTax,
                cashDifferenceLimit,
                asksForTips,
                List.copyOf(rated));
    }

    private boolean isForeign(String code) {
        return !code.equals(currency)
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(
                                known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0);
    }

    boolean standsInItsCountry() {
        return region == null || region.startsWith(country + "-");
    }
}
