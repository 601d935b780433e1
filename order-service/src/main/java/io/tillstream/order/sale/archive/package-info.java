/** Sales read back: one document, the lists behind a figure, and the totals of a store. */
@NullMarked
package io.tillstream.order.sale.archive;

import org.jspecify.annotations.NullMarked;
