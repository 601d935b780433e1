/** The payment service: money taken, refunded and voided, at a card terminal or in cash. */
@NullMarked
package io.tillstream.payment;

import org.jspecify.annotations.NullMarked;
