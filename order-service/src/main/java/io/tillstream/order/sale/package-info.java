/** A sale from the till's document to the stored fact: the desk, the rules and the journal. */
@NullMarked
package io.tillstream.order.sale;

import org.jspecify.annotations.NullMarked;
