/** Stock movements and levels, and the sales that move them. */
@NullMarked
package io.tillstream.inventory.stock;

import org.jspecify.annotations.NullMarked;
