package io.tillstream.gateway.entry;

/** Paths that can be read in one way only; whatever a service could understand differently is refused. */
final class SafePath {
    private SafePath() {}

    /** Whether the request target is an absolute path without empty, dot or encoded-separator segments. */
    static boolean isSafe(String target) {
        if (target.isEmpty() || target.charAt(0) != '/') {
            return false;
        }
        for (int at = 0; at < target.length(); at++) {
            char c = target.charAt(at);
            if (c == '?') {
                return true;
            }
            if (c <= ' ' || c >= 0x7f || c == '\\' || c == ';' || c == '#') {
                return false;
            }
            if ((c == '/' && isSuspicious(target, at + 1)) || (c == '%' && isEncodedSeparator(target, at + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSuspicious(String target, int segment) {
        if (segment == target.length()) {
            return false;
        }
        char c = target.charAt(segment);
        return c == '/' || (c == '.' && !target.startsWith(".well-known/", segment));
    }

    /** %2e is a dot, %2f and %5c are slashes, %25 hides another escape, %00 ends a C string. */
    private static boolean isEncodedSeparator(String target, int at) {
        return target.regionMatches(true, at, "2e", 0, 2)
                || target.regionMatches(true, at, "2f", 0, 2)
                || target.regionMatches(true, at, "5c", 0, 2)
                || target.startsWith("25", at)
                || target.startsWith("00", at);
    }
}
