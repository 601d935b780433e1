package io.tillstream.order.staff;

import io.tillstream.platform.security.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who set a PIN, as the tills of a store know them.
 *
 * @param id subject of their token
 * @param roles as their token said when they last set the PIN, and only those that a till knows
 * @param leftAt since when they no longer work in the store
 * @param pin none for who left
 */
public record StaffMember(
        String id,
        String name,
        Set<Role> roles,
        @Nullable Instant leftAt,
        @Nullable PinVerifier pin) {}
