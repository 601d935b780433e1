/** Trades recorded days of a real shop through the public API and compares what the suite then holds with the record. */
@NullMarked
package io.tillstream.local.trade.replay;

import org.jspecify.annotations.NullMarked;
