/** Suppliers, and the purchase orders they receive. */
@NullMarked
package io.tillstream.purchasing;

import org.jspecify.annotations.NullMarked;
