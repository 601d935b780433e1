/** Payments: the intent is stored first, then the terminal is called, then its answer is stored; what stays open is asked again. */
@NullMarked
package io.tillstream.payment.payment;

import org.jspecify.annotations.NullMarked;
