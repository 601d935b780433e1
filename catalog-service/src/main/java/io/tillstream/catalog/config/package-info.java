/** Wiring of the service. */
@NullMarked
package io.tillstream.catalog.config;

import org.jspecify.annotations.NullMarked;
