/** Wiring of the service. */
@NullMarked
package io.tillstream.order.config;

import org.jspecify.annotations.NullMarked;
