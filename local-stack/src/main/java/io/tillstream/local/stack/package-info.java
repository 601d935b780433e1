/** The suite as processes: what each part is, starting and stopping them in the right order, their state and logs. */
@NullMarked
package io.tillstream.local.stack;

import org.jspecify.annotations.NullMarked;
