/** Baskets set aside on one till, gone on with on any till of the store by whoever asks first. */
@NullMarked
package io.tillstream.order.parkedsale;

import org.jspecify.annotations.NullMarked;
