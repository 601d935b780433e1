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
import java.time.LocalTime;
import java.time.ZoneId;
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

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean asksForTips) {

    public StoreDetails {
        pricesIncludeTax = !Boolean.FALSE.equals(pricesIncludeTax);
        cashDifferenceLimit = cashDifferenceLimit == null ? null : cashDifferenceLimit.stripTrailingZeros();
        asksForTips = Boolean.TRUE.equals(asksForTips) ? true : null;
    }

    boolean standsInItsCountry() {
        return region == null || region.startsWith(country + "-");
    }
}
