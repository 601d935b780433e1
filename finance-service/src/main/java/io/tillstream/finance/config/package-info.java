/** Wiring of the finance service. */
@NullMarked
package io.tillstream.finance.config;

import org.jspecify.annotations.NullMarked;
