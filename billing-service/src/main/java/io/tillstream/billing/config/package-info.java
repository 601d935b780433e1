/** Wiring of the billing service. */
@NullMarked
package io.tillstream.billing.config;

import org.jspecify.annotations.NullMarked;
