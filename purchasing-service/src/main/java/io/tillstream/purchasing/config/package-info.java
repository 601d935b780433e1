/** Wiring only. */
@NullMarked
package io.tillstream.purchasing.config;

import org.jspecify.annotations.NullMarked;
