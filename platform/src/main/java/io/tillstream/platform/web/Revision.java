package io.tillstream.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a thing as an entity tag (RFC 9110, section 8.8.3), so that nobody overwrites what they have not read. */
public final class Revision {
    // a proxy that compresses turns a strong tag into a weak one
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private Revision() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a caller read, or null when they name none.
     *
     * @param ifMatch the header {@code If-Match}
     * @throws Stale when the tag is none of ours: it cannot be current
     */
    public static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Stale();
        }
        return Long.valueOf(tag.group(1));
    }
}
