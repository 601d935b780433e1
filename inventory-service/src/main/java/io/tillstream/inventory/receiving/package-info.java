/** Goods that arrive, with or without a purchase order. */
@NullMarked
package io.tillstream.inventory.receiving;

import org.jspecify.annotations.NullMarked;
