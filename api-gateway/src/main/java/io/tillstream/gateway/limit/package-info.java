/** How much one client may send: requests per second and bytes per request. */
@NullMarked
package io.tillstream.gateway.limit;

import org.jspecify.annotations.NullMarked;
