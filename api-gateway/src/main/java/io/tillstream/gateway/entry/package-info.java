/** The front door every request passes: safe paths, sign-in, roles, limits, security headers. */
@NullMarked
package io.tillstream.gateway.entry;

import org.jspecify.annotations.NullMarked;
