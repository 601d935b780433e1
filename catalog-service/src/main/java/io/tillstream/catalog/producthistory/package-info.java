/** Who changed what of a product, and when. */
@NullMarked
package io.tillstream.catalog.producthistory;

import org.jspecify.annotations.NullMarked;
