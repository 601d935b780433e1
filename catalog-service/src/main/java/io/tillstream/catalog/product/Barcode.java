package io.tillstream.catalog.product;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A code on a product, and how many units of the product one scan of it sells.
 *
 * @param matchKey what a scan is looked up by
 * @param active codes of inactive products may be used again by others
 * @param price of one scan, tax included; null: the quantity times what the product costs
 */
@Embeddable
record Barcode(
        String code,
        @Column(name = "match_key") String matchKey,
        BigDecimal quantity,
        boolean active,
        @Nullable BigDecimal price,

        @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 3) @Nullable
        String currency) {}
