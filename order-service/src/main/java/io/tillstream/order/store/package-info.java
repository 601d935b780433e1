/** Stores and the tills that stand in them. */
@NullMarked
package io.tillstream.order.store;

import org.jspecify.annotations.NullMarked;
