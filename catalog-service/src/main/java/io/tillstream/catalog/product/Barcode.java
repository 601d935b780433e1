package io.tillstream.catalog.product;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * A code on a product, and how many units of the product one scan of it sells.
 *
 * @param matchKey what a scan is looked up by
 * @param active codes of inactive products may be used again by others
 */
@Embeddable
record Barcode(String code, @Column(name = "match_key") String matchKey, BigDecimal quantity, boolean active) {}
