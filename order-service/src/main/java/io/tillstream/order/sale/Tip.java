package io.tillstream.order.sale;

import java.math.BigDecimal;

/**
 * Money that a customer gave on top of the price for whoever served them: part of the tenders, but neither revenue nor taxed with
 * it. Less than zero where a tip is given back with the goods.
 */
public record Tip(BigDecimal amount, RungUpBy recipient) {}
