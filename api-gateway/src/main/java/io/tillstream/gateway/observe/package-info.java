/** What the gateway leaves behind of a request: its trace header, its metrics and, for some, a line in the access log. */
@NullMarked
package io.tillstream.gateway.observe;

import org.jspecify.annotations.NullMarked;
