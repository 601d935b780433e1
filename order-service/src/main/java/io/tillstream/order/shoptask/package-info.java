/** What somebody has to look after in a store, found anew from what is stored, and what was done about it. */
@NullMarked
package io.tillstream.order.shoptask;

import org.jspecify.annotations.NullMarked;
