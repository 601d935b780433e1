/** The W3C trace id that follows a request through logs and the broker. */
@NullMarked
package io.tillstream.platform.tracing;

import org.jspecify.annotations.NullMarked;
