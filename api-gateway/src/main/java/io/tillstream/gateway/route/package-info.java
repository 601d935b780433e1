/** Which service owns a noun, and the hop to it: connection pool, time-out, circuit breaker. */
@NullMarked
package io.tillstream.gateway.route;

import org.jspecify.annotations.NullMarked;
