/** How stored amounts and quantities are written for people. */
@NullMarked
package io.tillstream.order.amount;

import org.jspecify.annotations.NullMarked;
