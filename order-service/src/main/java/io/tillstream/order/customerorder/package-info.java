/** Goods promised to customers, to be collected or shipped. */
@NullMarked
package io.tillstream.order.customerorder;

import org.jspecify.annotations.NullMarked;
