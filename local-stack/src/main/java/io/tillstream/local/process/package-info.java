/** Processes of this machine: starting them detached, finding them again, who holds a port, what they use. */
@NullMarked
package io.tillstream.local.process;

import org.jspecify.annotations.NullMarked;
