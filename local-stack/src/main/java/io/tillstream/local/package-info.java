/** The {@code ./till} command: what it can do, where the suite's parts listen and which passwords they were given. */
@NullMarked
package io.tillstream.local;

import org.jspecify.annotations.NullMarked;
