package io.tillstream.catalog.product;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a variant is in one of its family's options: the size is M. */
@Embeddable
record OptionValue(
        String name, @Column(name = "option_value") String value) {}
