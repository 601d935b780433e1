/** Who works at a store's tills and how they prove it there: a PIN of their own, checked on the till. */
@NullMarked
package io.tillstream.order.staff;

import org.jspecify.annotations.NullMarked;
