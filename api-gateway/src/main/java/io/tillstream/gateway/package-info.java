/** The one endpoint for every client: it lets requests in, sends them to the service that owns the noun and serves the console. */
@NullMarked
package io.tillstream.gateway;

import org.jspecify.annotations.NullMarked;
