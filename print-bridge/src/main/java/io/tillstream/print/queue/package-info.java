/** What waits for a printer: kept on disk, printed once, in order. */
@NullMarked
package io.tillstream.print.queue;

import org.jspecify.annotations.NullMarked;
