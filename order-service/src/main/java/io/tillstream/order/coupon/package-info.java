/** Counts the sales in which a coupon took something off, because a till alone cannot know that it is used up. */
@NullMarked
package io.tillstream.order.coupon;

import org.jspecify.annotations.NullMarked;
