/** What a shift lead sees of the tills right now: who works there, what has reached us of it, and what has not. */
@NullMarked
package io.tillstream.order.livetills;

import org.jspecify.annotations.NullMarked;
