/** Promotions: rules that lower prices, when and for whom. The tills apply them. */
@NullMarked
package io.tillstream.catalog.promotion;

import org.jspecify.annotations.NullMarked;
