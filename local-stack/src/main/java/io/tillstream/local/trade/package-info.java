/** Speaks to a running suite as one of its API clients: imports products, replays real trading days, opens the demo shop. */
@NullMarked
package io.tillstream.local.trade;

import org.jspecify.annotations.NullMarked;
