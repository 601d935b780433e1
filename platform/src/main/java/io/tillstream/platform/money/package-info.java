/** Exact amounts with their currency. */
@NullMarked
package io.tillstream.platform.money;

import org.jspecify.annotations.NullMarked;
