/** Prices by product, for one store or all, each from a moment on. */
@NullMarked
package io.tillstream.catalog.price;

import org.jspecify.annotations.NullMarked;
