/** Prices every sale again with what its till knew, and says what differs; the sale stands. */
@NullMarked
package io.tillstream.order.pricecheck;

import org.jspecify.annotations.NullMarked;
