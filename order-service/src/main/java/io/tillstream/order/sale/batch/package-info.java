/** Stored sales of a till, many at once: how they are let in, and what became of each. */
@NullMarked
package io.tillstream.order.sale.batch;

import org.jspecify.annotations.NullMarked;
