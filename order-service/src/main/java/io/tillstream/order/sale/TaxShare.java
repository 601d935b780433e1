package io.tillstream.order.sale;

import java.math.BigDecimal;

/** The part of a sale's total that falls under one tax rate (in percent): {@code net + tax = gross}. */
public record TaxShare(String category, BigDecimal rate, BigDecimal net, BigDecimal tax, BigDecimal gross) {}
