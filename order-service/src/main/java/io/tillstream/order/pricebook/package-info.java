/** Our own copy of the catalog's products, prices and tax rates, to compare sales against. */
@NullMarked
package io.tillstream.order.pricebook;

import org.jspecify.annotations.NullMarked;
