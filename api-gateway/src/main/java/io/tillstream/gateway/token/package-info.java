/** Who is calling: access tokens of the realm, checked once and remembered until they expire. */
@NullMarked
package io.tillstream.gateway.token;

import org.jspecify.annotations.NullMarked;
