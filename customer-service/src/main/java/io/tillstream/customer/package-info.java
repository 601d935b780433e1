/** Who the shop's customers are, and what the shop may remember of them. */
@NullMarked
package io.tillstream.customer;

import org.jspecify.annotations.NullMarked;
