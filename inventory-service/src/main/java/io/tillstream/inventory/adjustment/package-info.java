/** Stock changed by people: breakage, corrections, write-offs and opening stock. */
@NullMarked
package io.tillstream.inventory.adjustment;

import org.jspecify.annotations.NullMarked;
