/** Wiring of the payment service. */
@NullMarked
package io.tillstream.payment.config;

import org.jspecify.annotations.NullMarked;
