/** The print bridge: a small process beside the till that owns its printers. */
@NullMarked
package io.tillstream.print;

import org.jspecify.annotations.NullMarked;
