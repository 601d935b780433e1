/** Who sells in each store, as the law wants it on an invoice. */
@NullMarked
package io.tillstream.billing.seller;

import org.jspecify.annotations.NullMarked;
