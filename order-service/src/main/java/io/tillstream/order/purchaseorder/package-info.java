/** Goods asked from suppliers: drafted, placed, followed until they have arrived. */
@NullMarked
package io.tillstream.order.purchaseorder;

import org.jspecify.annotations.NullMarked;
