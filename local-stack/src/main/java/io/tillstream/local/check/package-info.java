/** Recomputes what must hold between the services' databases: one class for each invariant, its SQL in plain sight. */
@NullMarked
package io.tillstream.local.check;

import org.jspecify.annotations.NullMarked;
