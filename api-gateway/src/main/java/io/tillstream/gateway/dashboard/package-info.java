/** The manager's dashboard in one call. */
@NullMarked
package io.tillstream.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
