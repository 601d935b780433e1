/** What the devices of the tills signed, stored as it came, and what of it does not fit. */
@NullMarked
package io.tillstream.order.journal;

import org.jspecify.annotations.NullMarked;
