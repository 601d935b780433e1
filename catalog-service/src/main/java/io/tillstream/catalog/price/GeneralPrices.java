package io.tillstream.catalog.price;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;

/** Prices that count in every store, whichever way they are set. */
public final class GeneralPrices {
    private GeneralPrices() {}

    /** A manager of some stores sets none for the others. */
    public static boolean mayBeSetBy(Caller caller) {
        return caller.has(Role.BUYER) || caller.has(Role.OPS) || caller.servesEveryStore();
    }
}
