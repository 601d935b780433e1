package io.tillstream.order.purchaseorder;

import io.tillstream.platform.web.Stale;
import org.jspecify.annotations.Nullable;

/** The version of an order as an entity tag (RFC 9110, section 8.8.3). */
final class Revision {

    private Revision() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version a caller names, or null when they name none. A tag that is none of ours cannot be current. */
    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        String version = ifMatch.trim().replace("\"", "");
        try {
            return Long.valueOf(version);
        } catch (NumberFormatException notOurs) {
            throw new Stale();
        }
    }
}
