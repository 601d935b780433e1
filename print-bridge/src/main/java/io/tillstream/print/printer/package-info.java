/** Printers as they are reached: over the network, as a device file. */
@NullMarked
package io.tillstream.print.printer;

import org.jspecify.annotations.NullMarked;
