/** A printer that is only paper: it draws the bytes it gets. */
@NullMarked
package io.tillstream.print.paper;

import org.jspecify.annotations.NullMarked;
