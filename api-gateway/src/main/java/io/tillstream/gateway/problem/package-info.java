/** Refusals in words: every answer the gateway gives instead of a service is an RFC 9457 problem. */
@NullMarked
package io.tillstream.gateway.problem;

import org.jspecify.annotations.NullMarked;
