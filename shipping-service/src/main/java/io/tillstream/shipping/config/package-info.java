/** Wiring only. */
@NullMarked
package io.tillstream.shipping.config;

import org.jspecify.annotations.NullMarked;
