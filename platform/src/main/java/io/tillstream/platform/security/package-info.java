/** Who is calling, and what they may do: Keycloak tokens, roles, store and supplier scope. */
@NullMarked
package io.tillstream.platform.security;

import org.jspecify.annotations.NullMarked;
