/** A card terminal for development and tests that approves, declines, stays silent, answers twice or answers late. */
@NullMarked
package io.tillstream.payment.terminal.simulator;

import org.jspecify.annotations.NullMarked;
