/** The billing service: invoices for customers who ask for one. */
@NullMarked
package io.tillstream.billing;

import org.jspecify.annotations.NullMarked;
