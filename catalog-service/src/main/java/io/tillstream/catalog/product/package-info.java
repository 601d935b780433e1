/** Products: finding them, reading them, changing them. */
@NullMarked
package io.tillstream.catalog.product;

import org.jspecify.annotations.NullMarked;
