/** Looks at every stored sale afterwards and writes down what a manager should see; the sale stands. */
@NullMarked
package io.tillstream.order.salereview;

import org.jspecify.annotations.NullMarked;
