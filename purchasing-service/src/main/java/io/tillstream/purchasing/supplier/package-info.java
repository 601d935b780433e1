/** Whom the shop buys from, on which terms. */
@NullMarked
package io.tillstream.purchasing.supplier;

import org.jspecify.annotations.NullMarked;
