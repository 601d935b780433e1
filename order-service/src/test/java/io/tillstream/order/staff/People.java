package io.tillstream.order.staff;

import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Token;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Test tokens are one person for each role. */
public final class People {

    public static final String CASHIER = idOf(Role.CASHIER);
    public static final String SHIFT_LEAD = idOf(Role.SHIFT_LEAD);
    public static final String STORE_MANAGER = idOf(Role.STORE_MANAGER);

    private People() {}

    /** The person of this role sets a PIN, and so is known at the tills of these stores. */
    public static Api.Answer setPin(Api api, Role role, String pin, String... stores) {
        return api.as(Token.of(role, stores)).put("/api/staff/" + idOf(role) + "/pin", "{\"pin\": \"" + pin + "\"}");
    }

    private static String idOf(Role role) {
        return UUID.nameUUIDFromBytes(role.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
