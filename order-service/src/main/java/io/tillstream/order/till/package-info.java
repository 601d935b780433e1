/** The cash in the drawer: a till session opens with a float and closes with a count. */
@NullMarked
package io.tillstream.order.till;

import org.jspecify.annotations.NullMarked;
