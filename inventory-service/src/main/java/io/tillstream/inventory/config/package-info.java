/** Wiring of the service. */
@NullMarked
package io.tillstream.inventory.config;

import org.jspecify.annotations.NullMarked;
