/** Goods set aside for customers who paid a deposit; nothing of its own is stored, everything is read from sale documents. */
@NullMarked
package io.tillstream.order.layaway;

import org.jspecify.annotations.NullMarked;
