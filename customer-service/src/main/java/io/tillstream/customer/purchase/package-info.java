/** What a customer bought: heads of sales, copied from the sales as they happen. */
@NullMarked
package io.tillstream.customer.purchase;

import org.jspecify.annotations.NullMarked;
