/** Everything a till does with a shop: its sales, its cash, its stores and what the day took. */
@NullMarked
package io.tillstream.order;

import org.jspecify.annotations.NullMarked;
