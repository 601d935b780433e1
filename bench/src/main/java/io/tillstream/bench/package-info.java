/** Load and limits: sells five lines at a time through a running suite and prints every figure that is claimed. */
@NullMarked
package io.tillstream.bench;

import org.jspecify.annotations.NullMarked;
