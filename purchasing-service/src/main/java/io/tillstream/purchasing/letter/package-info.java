/** A purchase order as paper and as mail. */
@NullMarked
package io.tillstream.purchasing.letter;

import org.jspecify.annotations.NullMarked;
