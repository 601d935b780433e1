/** Wiring only. */
@NullMarked
package io.tillstream.customer.config;

import org.jspecify.annotations.NullMarked;
