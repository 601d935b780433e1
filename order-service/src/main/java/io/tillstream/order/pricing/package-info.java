/** What a basket costs and why: the pricing kernel, pure, the same as the console's and held to it by contracts/pricing. */
@NullMarked
package io.tillstream.order.pricing;

import org.jspecify.annotations.NullMarked;
