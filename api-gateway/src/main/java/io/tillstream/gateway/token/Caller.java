package io.tillstream.gateway.token;

import java.time.Instant;
import java.util.Set;

/**
 * Who a valid token speaks for.
 *
 * @param subject the user's id in Keycloak
 * @param roles realm roles
 * @param unlimited whether rate limits do not apply, as for the suite's own command
 * @param validUntil when the token ends, clock skew included
 */
public record Caller(String subject, Set<String> roles, boolean unlimited, Instant validUntil) {
    public boolean hasAny(Set<String> allowed) {
        for (String role : roles) {
            if (allowed.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
