package io.tillstream.order.sale;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That somebody looked whether the customer is old enough for what they buy: {@code age} is the highest minimum age in the
 * basket, {@code bornBy} the latest birth date that had reached it on the day of the sale. No birth date of a customer is kept.
 */
public record AgeCheck(int age, LocalDate bornBy, Instant answeredAt, RungUpBy answeredBy) {}
